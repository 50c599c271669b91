CREATE TYPE "O k" AS ENUM ('b', 'a');
CREATE TABLE t (id integer, s "O k" DEFAULT 'a', l "O k"[] DEFAULT '{a,b}');
