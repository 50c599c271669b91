CREATE TYPE "we""ird" AS ENUM ('a', 'b');
CREATE TABLE t (id int PRIMARY KEY, s "we""ird");
