INSERT INTO t VALUES ('{1,NULL}', '{a}', '{4,5}');
