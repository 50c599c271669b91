INSERT INTO points VALUES (1, 1.5, 'one');
