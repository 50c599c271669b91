INSERT INTO t VALUES (1, 'mad', '{mad,ok}', 'mad', 'mad', '{mad}', 'ok'), (2, 'ok', NULL, NULL, NULL, NULL, 'sad');
INSERT INTO leads VALUES ('mad', 1);
