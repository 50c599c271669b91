CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE VIEW contacts (number, address) AS SELECT id, email FROM users;
