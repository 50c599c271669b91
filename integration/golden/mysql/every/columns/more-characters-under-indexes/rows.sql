INSERT INTO t VALUES ('ä', 'some words'), ('b', NULL);
INSERT INTO u VALUES (1, 'größer');
INSERT INTO beyond VALUES (1, 'größer');
