INSERT INTO t (b) VALUES ('k');
