CREATE TYPE pair AS (a varchar(9), b text, c int);
CREATE TYPE item AS (name text, size pair);
CREATE TABLE t (id int PRIMARY KEY, i item);
