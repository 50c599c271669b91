CREATE TABLE users (id INT NOT NULL PRIMARY KEY, mail VARCHAR(40));
-- @renamed from=mails
CREATE VIEW letters AS SELECT mail FROM users;
