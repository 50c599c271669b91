INSERT INTO t VALUES (1, '42'), (2, 'forty-two'), (3, NULL), (4, '007');
