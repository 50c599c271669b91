CREATE TYPE mood AS ENUM ('happy', 'ok');
CREATE TABLE t (
  id int, m mood, is_ok boolean GENERATED ALWAYS AS (m = 'ok') STORED,
  n mood GENERATED ALWAYS AS (CASE WHEN id > 1 THEN 'ok'::mood ELSE m END) STORED,
  CONSTRAINT c CHECK (is_ok OR id > 0)
);
CREATE INDEX i ON t (is_ok);
COMMENT ON COLUMN t.is_ok IS 'whether';
