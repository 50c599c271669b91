CREATE TYPE "m d" AS ENUM ('b', 'a');
CREATE TYPE spun AS (m "m d", b text);
CREATE TABLE t (id integer, s spun DEFAULT ROW('a', 'b')::spun);
CREATE TABLE u (s spun[] DEFAULT '{}', m "m d" DEFAULT 'b');
