CREATE TYPE "we""ird" AS ENUM ('a', 'b');
CREATE CAST (varchar AS "we""ird") WITH INOUT AS IMPLICIT;
CREATE TABLE t (id int PRIMARY KEY, s "we""ird");
