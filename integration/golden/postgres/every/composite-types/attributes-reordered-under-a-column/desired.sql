CREATE TYPE pair AS (b text, a int);
CREATE TABLE t (id int, p pair);
