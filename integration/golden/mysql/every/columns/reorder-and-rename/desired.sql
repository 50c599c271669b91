CREATE TABLE t (a INT PRIMARY KEY, c VARCHAR(9),
  -- @renamed from=d
  e INT,
  -- @renamed from=b
  f INT);
