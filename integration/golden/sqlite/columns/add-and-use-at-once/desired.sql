CREATE TABLE users (id INTEGER PRIMARY KEY, first TEXT, last TEXT, full TEXT AS (first || ' ' || last), loud TEXT AS (upper(full)));
CREATE INDEX users_by_full ON users (full);
CREATE VIEW names AS SELECT full FROM users;
CREATE TRIGGER users_named AFTER INSERT ON users WHEN new.full = ' ' BEGIN
  DELETE FROM users WHERE id = new.id;
END;
