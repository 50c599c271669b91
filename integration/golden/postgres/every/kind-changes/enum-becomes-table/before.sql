CREATE TYPE kind AS ENUM ('a', 'b');
CREATE TABLE t (
  id int,
  one kind DEFAULT 'a',
  more kind[],
  shown text GENERATED ALWAYS AS (CASE WHEN one = 'a' THEN 'A' ELSE 'B' END) STORED,
  named text DEFAULT 'b'::kind::text,
  gone kind DEFAULT 'b'
);
