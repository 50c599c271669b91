INSERT INTO t VALUES (1, 'mad', 'ok', '{mad,ok}', 'mad'), (2, 'ok', 'sad', NULL, NULL);
INSERT INTO other VALUES ('ok');
