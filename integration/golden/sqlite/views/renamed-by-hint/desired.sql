CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
-- @renamed from=addresses
CREATE VIEW contacts AS SELECT email FROM users;
