CREATE SCHEMA "we""ird Schéma";
CREATE TABLE "we""ird Schéma"."select" (id serial PRIMARY KEY, "we""ird Schéma" text);
CREATE TYPE "we""ird Schéma"."a.b" AS ENUM ('x');
CREATE TABLE t ("we""ird Schéma" "we""ird Schéma"."a.b" DEFAULT 'x', s integer REFERENCES "we""ird Schéma"."select");
CREATE VIEW v AS SELECT "we""ird Schéma" FROM "we""ird Schéma"."select";
