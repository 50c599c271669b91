INSERT INTO notes (rowid, title, body) VALUES (3, 'a', 'some text');
