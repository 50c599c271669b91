CREATE TYPE point3 AS (length int, y int);
CREATE TABLE points OF point3 (y WITH OPTIONS DEFAULT 7, PRIMARY KEY (length));
