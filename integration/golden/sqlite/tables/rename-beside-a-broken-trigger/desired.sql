-- @renamed from=people
CREATE TABLE users (id INTEGER PRIMARY KEY);
CREATE TABLE log (line TEXT);
CREATE TRIGGER broken AFTER INSERT ON log BEGIN
  INSERT INTO missing VALUES (new.line);
END;
