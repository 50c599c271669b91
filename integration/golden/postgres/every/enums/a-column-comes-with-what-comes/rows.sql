INSERT INTO t VALUES (1, 'sad', 'mad'), (2, 'ok', 'ok');
