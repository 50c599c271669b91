INSERT INTO words (id, word) VALUES (1, 'b');
