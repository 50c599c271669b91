INSERT INTO measures VALUES (1, 1.5), (2, '7'), (3, x'00ff');
