INSERT INTO t VALUES ('ok', 'ok', '(ok,1)');
