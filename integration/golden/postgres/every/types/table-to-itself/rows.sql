INSERT INTO t VALUES ('a', NULL), ('b', 'a');
