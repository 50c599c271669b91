CREATE SCHEMA a;
CREATE SCHEMA b;
-- @renamed from=a.span
CREATE TYPE b.time AS RANGE (SUBTYPE = integer);
-- @renamed from=a.kept
CREATE TYPE b.kept AS RANGE (SUBTYPE = integer);
CREATE TABLE t (s b.time, k b.kept DEFAULT b.kept(1, 2));
