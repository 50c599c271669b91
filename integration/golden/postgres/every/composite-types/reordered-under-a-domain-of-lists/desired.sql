CREATE TYPE pair AS (b text, a text);
CREATE DOMAIN pairs AS pair[];
CREATE TABLE t (id int PRIMARY KEY, p pairs);
