CREATE TYPE pair AS (a text);
CREATE TYPE item AS (name text, size pair);
CREATE TABLE t (id int PRIMARY KEY, i item);
