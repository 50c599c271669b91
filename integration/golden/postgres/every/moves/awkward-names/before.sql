CREATE SCHEMA "Old ""Shop";
CREATE TABLE "Old ""Shop"."select" ("or der" serial PRIMARY KEY, "we.ird" text);
CREATE INDEX "by it" ON "Old ""Shop"."select" ("we.ird");
CREATE TABLE beside (x integer REFERENCES "Old ""Shop"."select");
