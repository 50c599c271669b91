CREATE TYPE "o'k" AS ENUM ('a', 'b');
CREATE TABLE t (id integer, s "o'k" DEFAULT 'a', l "o'k"[] DEFAULT '{a,b}');
