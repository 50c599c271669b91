CREATE TYPE point3 AS (x bigint, y int);
CREATE TABLE points OF point3 (x WITH OPTIONS PRIMARY KEY, y WITH OPTIONS DEFAULT 7);
CREATE TABLE other (p point3);
