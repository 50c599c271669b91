CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, level INTEGER);
CREATE TABLE log (line TEXT);
CREATE TRIGGER users_watch AFTER UPDATE ON users BEGIN
  INSERT INTO log VALUES (CASE WHEN new.level > old.level THEN 'up; up' ELSE 'down' END);
  INSERT INTO log SELECT CASE new.level WHEN 1 THEN 'one' END WHERE new.level = 1;
  DELETE FROM log WHERE line IS NULL;
END;
