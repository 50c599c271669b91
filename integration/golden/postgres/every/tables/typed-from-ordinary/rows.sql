INSERT INTO points VALUES (1, 'n', 2);
