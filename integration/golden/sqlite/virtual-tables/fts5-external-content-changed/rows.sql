INSERT INTO notes VALUES (1, 'a', 'some text'), (2, 'b', 'more text');
INSERT INTO search (search) VALUES ('rebuild');
