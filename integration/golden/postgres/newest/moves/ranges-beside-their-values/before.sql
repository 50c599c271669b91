CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TYPE a.span AS RANGE (SUBTYPE = integer);
CREATE TYPE a.kept AS RANGE (SUBTYPE = integer);
CREATE TABLE t (s a.span, k a.kept DEFAULT a.kept(1, 2));
