INSERT INTO t VALUES (1, 'ä', 'z', '{x,y}'), (2, 'z', 'å', NULL);
