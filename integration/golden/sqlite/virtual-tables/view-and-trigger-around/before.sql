CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT);
CREATE VIRTUAL TABLE search USING fts5(body);
CREATE VIEW found AS SELECT rowid, body FROM search;
CREATE TRIGGER notes_added AFTER INSERT ON notes BEGIN
  INSERT INTO search (rowid, body) VALUES (new.id, new.body);
END;
