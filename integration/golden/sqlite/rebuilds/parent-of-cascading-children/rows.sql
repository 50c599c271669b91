INSERT INTO parents VALUES (1, 'Ada'), (2, 'Bob');
INSERT INTO children VALUES (10, 1), (11, 2);
INSERT INTO grandchildren VALUES (100, 10), (101, 11);
