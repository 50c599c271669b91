CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TYPE span AS (m mood, b text);
CREATE TABLE t (id integer, s span DEFAULT ROW('a', 'b')::span);
CREATE TABLE u (s span[] DEFAULT '{}', m mood DEFAULT 'b');
