INSERT INTO t VALUES (1, x'00ff'), (2, 'text'), (3, 7);
