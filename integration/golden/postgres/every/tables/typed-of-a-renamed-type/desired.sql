-- @renamed from=point3
CREATE TYPE "we""ird Point" AS (x int, y int, z int);
CREATE TABLE points OF "we""ird Point";
