CREATE TYPE "an Addr" AS (street text, zip varchar(5), n int, no int, gone int);
CREATE TABLE t (id int PRIMARY KEY, one "an Addr", all_of "an Addr"[] DEFAULT '{"(x,1,2,3,4)"}');
