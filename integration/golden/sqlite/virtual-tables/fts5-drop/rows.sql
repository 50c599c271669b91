INSERT INTO notes (title, body) VALUES ('a', 'some text');
INSERT INTO kept VALUES (1);
