CREATE SCHEMA "a b";
CREATE TYPE "a b"."or" AS ("select" int, "we""ird Näme" text);
CREATE TABLE "a b".t (x "a b"."or");
