INSERT INTO t VALUES ('{happy,ok}');
