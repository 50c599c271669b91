CREATE SCHEMA "a b";
CREATE TYPE "a b"."or range" AS RANGE (SUBTYPE = int);
CREATE TABLE t (x "a b"."or range");
