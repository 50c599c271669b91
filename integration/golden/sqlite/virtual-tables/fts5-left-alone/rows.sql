INSERT INTO notes (title, body) VALUES ('a', 'some text'), ('b', 'more text');
