INSERT INTO t VALUES (1, 1), (3, 1), (0, 1), (9, 1);
INSERT INTO z VALUES (0), (5);
INSERT INTO c VALUES ('0'), ('a');
