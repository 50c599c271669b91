CREATE TYPE address AS (street varchar(3), fee numeric(6,1), flags bit varying(4), code char(3), tags varchar(3)[]);
CREATE TABLE t (id int PRIMARY KEY, a address);
