INSERT INTO t VALUES ('green', '{red,green}');
