INSERT INTO notes (rowid, title, body) VALUES (1, 'a', 'some text'), (7, 'b', 'more text');
