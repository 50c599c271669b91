CREATE SCHEMA "od""d"; CREATE TABLE "od""d"."we""ird Näme" ("select" int, "a b" text);
CREATE INDEX "in""d 'ex" ON "od""d"."we""ird Näme" ("select", "a b" DESC);
