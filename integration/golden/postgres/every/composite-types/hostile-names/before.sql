CREATE SCHEMA "a b";
CREATE TYPE "a b"."or" AS ("select" int);
