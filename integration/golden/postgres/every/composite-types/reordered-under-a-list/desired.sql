CREATE TYPE pair AS (b text, a int);
CREATE TABLE t (p pair, ps pair[]);
