CREATE TABLE notes (id INTEGER PRIMARY KEY, code ANY, body TEXT) STRICT;
CREATE VIRTUAL TABLE codes USING fts5(code, content = 'notes', content_rowid = 'id');
CREATE VIRTUAL TABLE bodies USING fts5(body, content = 'notes', content_rowid = 'id');
