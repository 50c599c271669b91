CREATE SCHEMA "my app";
CREATE TABLE "my app"."we""ird Näme" ("select" int, "a b" text);
