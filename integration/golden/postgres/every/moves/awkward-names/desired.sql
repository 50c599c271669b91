CREATE SCHEMA "Old ""Shop";
CREATE SCHEMA "Neuer Läden";
-- @renamed from="Old ""Shop"."select"
CREATE TABLE "Neuer Läden"."from" ("or der" serial PRIMARY KEY, "we.ird" text);
CREATE INDEX "by it" ON "Neuer Läden"."from" ("we.ird");
CREATE TABLE beside (x integer REFERENCES "Neuer Läden"."from");
