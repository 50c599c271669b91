CREATE VIEW contacts AS SELECT email FROM users;
