CREATE TABLE kind (name text PRIMARY KEY);
CREATE TABLE t (
  id int,
  one text DEFAULT 'a',
  more text[],
  shown text GENERATED ALWAYS AS (CASE WHEN one = 'a' THEN 'A' ELSE 'B' END) STORED,
  named text DEFAULT 'b'
);
