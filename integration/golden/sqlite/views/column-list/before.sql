CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE VIEW contacts (address) AS SELECT email FROM users;
