CREATE TYPE address AS (street varchar(10), fee numeric(6,2), flags bit varying(8), code char(5), tags varchar(10)[]);
CREATE TABLE t (id int PRIMARY KEY, a address);
