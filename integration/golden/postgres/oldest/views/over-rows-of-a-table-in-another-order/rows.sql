INSERT INTO t VALUES (1, 'g', 'one', 10), (4, 'g', 'four', 40);
