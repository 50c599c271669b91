CREATE TYPE address AS (street varchar(3));
CREATE TABLE t (id int PRIMARY KEY, a address);
