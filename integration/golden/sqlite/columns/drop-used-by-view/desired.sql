CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);
CREATE VIEW contacts AS SELECT id, name FROM users;
