CREATE TYPE point3 AS (x int, y int);
CREATE TABLE points (x int, y int);
