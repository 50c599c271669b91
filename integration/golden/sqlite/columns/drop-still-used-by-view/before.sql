CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, name TEXT);
CREATE VIEW contacts AS SELECT id, email FROM users;
