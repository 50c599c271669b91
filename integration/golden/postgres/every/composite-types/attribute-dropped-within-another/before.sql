CREATE TYPE pair AS (a text, b text);
CREATE TYPE item AS (name text, size pair);
CREATE TABLE t (id int PRIMARY KEY, i item);
