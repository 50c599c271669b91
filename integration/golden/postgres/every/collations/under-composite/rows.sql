INSERT INTO t VALUES (1, ROW('ä', 1), ARRAY[ROW('z', 2)::pair]), (2, NULL, NULL);
