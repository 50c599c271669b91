CREATE TABLE t (
  -- @renamed from=Id
  id INT PRIMARY KEY,
  -- @renamed from=Name
  name VARCHAR(9), KEY by_name (name), CONSTRAINT named CHECK (name <> ''));
