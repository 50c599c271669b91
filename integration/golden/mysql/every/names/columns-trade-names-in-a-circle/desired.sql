CREATE TABLE t (id INT PRIMARY KEY,
  -- @renamed from=c
  a DATE,
  -- @renamed from=a
  b BIGINT,
  -- @renamed from=b
  c VARCHAR(9));
