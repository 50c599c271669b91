CREATE TABLE p (
  -- @renamed from=Id
  id INT PRIMARY KEY);
CREATE TABLE t (id INT PRIMARY KEY,
  -- @renamed from=P
  p INT, KEY p (p), CONSTRAINT t_p FOREIGN KEY (p) REFERENCES p (id));
