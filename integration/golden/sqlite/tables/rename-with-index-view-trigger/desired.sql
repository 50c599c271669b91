-- @renamed from=people
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, changes INTEGER NOT NULL DEFAULT 0);
CREATE INDEX by_email ON users (email);
CREATE VIEW addresses AS SELECT email FROM users WHERE email IS NOT NULL;
CREATE TRIGGER count_changes AFTER UPDATE OF email ON users BEGIN
  UPDATE users SET changes = changes + 1 WHERE id = new.id;
END;
