INSERT INTO codes VALUES ('a', 'A');
