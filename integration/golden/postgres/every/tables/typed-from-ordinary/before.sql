CREATE TYPE point3 AS (x int, y int);
CREATE TABLE points (x bigint PRIMARY KEY, note text, "select" int DEFAULT 2);
