CREATE SCHEMA "my app";
CREATE TABLE "my app"."we""ird Näme" ("select" int, "a b" text);
CREATE INDEX "ON only (x)" ON "my app"."we""ird Näme" ("select" DESC, lower("a b")) WHERE "a b" <> 'USING';
