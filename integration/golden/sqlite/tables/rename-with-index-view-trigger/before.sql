CREATE TABLE people (id INTEGER PRIMARY KEY, email TEXT, changes INTEGER NOT NULL DEFAULT 0);
CREATE INDEX by_email ON people (email);
CREATE VIEW addresses AS SELECT email FROM people WHERE email IS NOT NULL;
CREATE TRIGGER count_changes AFTER UPDATE OF email ON people BEGIN
  UPDATE people SET changes = changes + 1 WHERE id = new.id;
END;
