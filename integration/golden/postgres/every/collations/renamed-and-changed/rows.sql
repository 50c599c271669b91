INSERT INTO t VALUES (1, 'ä', 'z', 'y');
INSERT INTO u VALUES ('x');
