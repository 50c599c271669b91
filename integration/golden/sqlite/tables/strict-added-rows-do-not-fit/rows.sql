INSERT INTO measures VALUES (1, 'many');
