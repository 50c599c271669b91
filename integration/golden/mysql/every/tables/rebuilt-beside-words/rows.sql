INSERT INTO notes VALUES (1, 'one word'), (2, 'another');
INSERT INTO letters VALUES (1, 'dear'), (2, 'yours');
INSERT INTO pages (id, title, body) VALUES (1, 'one', 'word'), (2, 'two', 'words');
