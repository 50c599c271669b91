INSERT INTO codes VALUES (NULL, 'A'), ('a', 'B');
