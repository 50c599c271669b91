CREATE TABLE t (id int, a int, "ON x" int);
CREATE STATISTICS one ON (a * 2) FROM t;
CREATE STATISTICS more (dependencies) ON "ON x", (lower(a::text)), id FROM t;
