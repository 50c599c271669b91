CREATE TYPE "an Addr" AS (street varchar(30), zip varchar(5), n int, day timestamp(3));
CREATE TABLE t (id int PRIMARY KEY, one "an Addr", all_of "an Addr"[] DEFAULT '{"(x,1,2,)"}');
