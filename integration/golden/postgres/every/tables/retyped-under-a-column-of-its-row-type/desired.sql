CREATE TABLE t (id bigint);
CREATE TYPE pair AS (a t, b t);
CREATE TABLE u (x pair);
