INSERT INTO t VALUES ('[1,2)', '(1,1)', '<(1,1),1>', true);
