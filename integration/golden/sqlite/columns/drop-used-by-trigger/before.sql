CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, name TEXT);
CREATE TABLE log (line TEXT);
CREATE TRIGGER users_log AFTER UPDATE ON users BEGIN
  INSERT INTO log VALUES (old.email || new.name);
END;
