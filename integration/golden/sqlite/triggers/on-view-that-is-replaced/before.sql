CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE VIEW contacts AS SELECT id, email FROM users;
CREATE TRIGGER contacts_write INSTEAD OF UPDATE ON contacts BEGIN
  UPDATE users SET email = new.email WHERE id = old.id;
END;
