CREATE TABLE "T" (id int CONSTRAINT t_pkey PRIMARY KEY, "Owner" text);
CREATE TABLE people (called text);
CREATE POLICY own ON "T" USING ("Owner" IN (SELECT called FROM people WHERE called = "T"."Owner")) WITH CHECK (id > 0);
