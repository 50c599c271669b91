CREATE TYPE "an Addr" AS (street text, zip varchar(10), n bigint, no text, country text);
CREATE TABLE t (id int PRIMARY KEY, one "an Addr", all_of "an Addr"[] DEFAULT '{"(x,1,2,3,)"}');
