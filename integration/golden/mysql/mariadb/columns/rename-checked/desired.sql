CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  -- @renamed from=d
  g JSON,
  -- @renamed from=n
  k INT CHECK (k > 0),
  m INT CHECK (m > k)
);
