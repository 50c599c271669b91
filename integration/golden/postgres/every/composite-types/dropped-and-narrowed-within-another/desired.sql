CREATE TYPE pair AS (c bigint, a varchar(3));
CREATE TYPE item AS (name text, size pair);
CREATE TABLE t (id int PRIMARY KEY, i item);
