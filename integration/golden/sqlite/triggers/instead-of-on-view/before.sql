CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE VIEW contacts AS SELECT id, email FROM users;
