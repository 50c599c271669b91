CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT);
CREATE VIEW contacts AS SELECT id, mail AS address FROM users WHERE mail <> '';
