CREATE TYPE pair AS (a text, b text);
CREATE DOMAIN pairs AS pair[];
CREATE TABLE t (id int PRIMARY KEY, p pairs);
