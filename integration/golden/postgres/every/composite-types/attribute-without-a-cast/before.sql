CREATE TYPE pair AS (a date, b text);
CREATE TABLE t (id int PRIMARY KEY, p pair);
