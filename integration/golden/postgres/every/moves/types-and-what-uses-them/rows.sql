INSERT INTO t VALUES ('calm', '{wild}', 'one', (1, 'wild'));
