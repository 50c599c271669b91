-- @renamed from="we""ird Schéma"
CREATE SCHEMA "table.";
CREATE TABLE "table."."select" (id serial PRIMARY KEY, "we""ird Schéma" text);
CREATE TYPE "table."."a.b" AS ENUM ('x');
CREATE TABLE t ("we""ird Schéma" "table."."a.b" DEFAULT 'x', s integer REFERENCES "table."."select");
CREATE VIEW v AS SELECT "we""ird Schéma" FROM "table."."select";
