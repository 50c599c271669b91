INSERT INTO notes (title, body) VALUES ('a', 'some text');
