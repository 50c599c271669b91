INSERT INTO t VALUES ('ä', 'z', 'x'), ('z', 'ö', DEFAULT);
INSERT INTO u VALUES ('z', 'ä');
