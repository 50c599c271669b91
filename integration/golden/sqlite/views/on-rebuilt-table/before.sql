CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE VIEW contacts AS SELECT email FROM users;
CREATE VIEW loud AS SELECT upper(email) AS email FROM contacts;
