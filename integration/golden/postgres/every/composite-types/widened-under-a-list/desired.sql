CREATE TYPE "an Addr" AS (street text, zip varchar(10), n bigint, day timestamp(6));
CREATE TABLE t (id int PRIMARY KEY, one "an Addr", all_of "an Addr"[] DEFAULT '{"(x,1,2,)"}');
