CREATE SCHEMA app;
CREATE TYPE app."we""ird" AS ENUM ('a', 'b');
CREATE TABLE t (
  id int PRIMARY KEY, s app."we""ird" DEFAULT 'a', ss app."we""ird"[] DEFAULT '{a}',
  c int GENERATED ALWAYS AS (CASE s WHEN 'a' THEN 1 ELSE 2 END) STORED
);
CREATE UNIQUE INDEX ON t (s, id);
