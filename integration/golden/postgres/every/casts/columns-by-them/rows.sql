INSERT INTO t VALUES (1, 'sad', 0, (1.50, 'EUR'), 2.25, '{sad,ok}', 'ok'), (2, NULL, 1, NULL, NULL, NULL, 'sad');
