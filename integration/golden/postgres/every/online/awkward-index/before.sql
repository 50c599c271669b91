CREATE SCHEMA "od""d"; CREATE TABLE "od""d"."we""ird Näme" ("select" int, "a b" text);
