INSERT INTO t VALUES (1, -1, 1, NULL, '{""}', 'one');
INSERT INTO u VALUES ('u', '{v,w}');
