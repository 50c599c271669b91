CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE TABLE log (line TEXT);
CREATE TRIGGER users_gone AFTER DELETE ON users BEGIN
  INSERT INTO log VALUES ('gone ' || old.email);
END;
CREATE TRIGGER users_come AFTER INSERT ON users BEGIN
  INSERT INTO log VALUES ('come ' || new.email);
END;
