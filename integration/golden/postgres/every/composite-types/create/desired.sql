CREATE TYPE pair AS (a int, "b c" varchar(3) COLLATE "C");
CREATE TYPE nested AS (p pair, ps pair[]);
CREATE TABLE t (id int, n nested);
