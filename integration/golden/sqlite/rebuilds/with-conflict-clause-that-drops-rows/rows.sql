INSERT INTO codes VALUES ('a', 'A'), ('a', 'B');
