CREATE DOMAIN short AS varchar(3);
CREATE DOMAIN shorter AS short;
CREATE TYPE word AS (written shorter);
CREATE TABLE t (id int PRIMARY KEY, a word);
