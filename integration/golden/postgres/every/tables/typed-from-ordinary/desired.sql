CREATE TYPE point3 AS (x int, "select" int, z text);
CREATE TABLE points OF point3 (PRIMARY KEY (x), z WITH OPTIONS NOT NULL DEFAULT 'low');
