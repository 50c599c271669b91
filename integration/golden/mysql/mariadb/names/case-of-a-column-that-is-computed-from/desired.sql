CREATE TABLE t (id INT PRIMARY KEY, 
  -- @renamed from=Name
  name VARCHAR(9),
  -- @renamed from=Loud
  loud VARCHAR(9) AS (UPPER(name)));
CREATE VIEW v AS SELECT name FROM t;
