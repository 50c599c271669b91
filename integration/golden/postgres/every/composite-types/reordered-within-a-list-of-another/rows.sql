INSERT INTO t VALUES (1, ROW('one', '{"(A,B)"}'));
