CREATE TABLE t (id INT PRIMARY KEY,
  -- @renamed from=a
  b INT,
  -- @renamed from=b
  a VARCHAR(9), KEY a (b));
