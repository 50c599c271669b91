CREATE TABLE t (id int);
CREATE TYPE pair AS (a t, b t);
CREATE TABLE u (x pair);
