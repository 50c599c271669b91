CREATE TYPE point2 AS (x int, y int);
CREATE TABLE points OF point2 (PRIMARY KEY (x));
