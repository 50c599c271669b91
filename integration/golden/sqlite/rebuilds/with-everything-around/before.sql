CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, age INTEGER);
CREATE UNIQUE INDEX users_by_email ON users (email);
CREATE INDEX users_by_age ON users (age DESC) WHERE age > 0;
CREATE INDEX users_by_domain ON users (substr(email, instr(email, '@')));
CREATE VIEW adults AS SELECT id, email FROM users WHERE age >= 18;
CREATE VIEW old_adults AS SELECT id FROM adults WHERE id < 100;
CREATE TABLE log (line TEXT);
CREATE TRIGGER users_log AFTER DELETE ON users BEGIN
  INSERT INTO log VALUES (old.email);
END;
CREATE TRIGGER adults_write INSTEAD OF DELETE ON adults BEGIN
  DELETE FROM users WHERE id = old.id;
END;
CREATE TRIGGER log_watch AFTER INSERT ON log WHEN (SELECT count(*) FROM users) > 100 BEGIN
  DELETE FROM log;
END;
