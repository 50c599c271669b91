CREATE TYPE point3 AS (x int, y int, z int);
CREATE TABLE points OF point3 (x WITH OPTIONS PRIMARY KEY);
CREATE INDEX points_z ON points (z, x);
