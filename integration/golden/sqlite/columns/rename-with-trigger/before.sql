CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT);
CREATE TRIGGER users_lower AFTER UPDATE OF mail ON users WHEN new.mail <> lower(new.mail) BEGIN
  UPDATE users SET mail = lower(new.mail) WHERE id = new.id;
END;
