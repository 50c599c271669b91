CREATE TYPE size AS ENUM ('large', 'small');
CREATE FUNCTION rank(of size) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT length(of::text)';
CREATE FUNCTION twice(b int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 2::bigint * b';
CREATE TABLE t (
  s size,
  ranked int GENERATED ALWAYS AS (twice(rank(s))) STORED,
  named text GENERATED ALWAYS AS (CASE WHEN s = 'small' THEN 'S' END) STORED,
  plain int DEFAULT twice(1)
);
CREATE INDEX t_ranked ON t (ranked);
COMMENT ON COLUMN t.ranked IS 'computed';
