INSERT INTO t VALUES (1, 'ä'), (11, 'z');
INSERT INTO child VALUES ('ä', 1, 'z');
