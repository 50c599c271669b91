CREATE TYPE point2 AS (x int, y int, w int);
CREATE TYPE point3 AS (x int, y bigint, z int);
CREATE TABLE points OF point3 (PRIMARY KEY (x));
