CREATE TYPE pair AS (b text, a text);
CREATE TYPE item AS (name text, sizes pair[]);
CREATE TABLE t (id int PRIMARY KEY, i item);
