CREATE TYPE address AS (street varchar(10));
CREATE TABLE t (id int PRIMARY KEY, a address);
