CREATE TABLE "We""ird Näme" ("key" serial PRIMARY KEY, "order" int CHECK ("order" > 0));
CREATE INDEX ON "We""ird Näme" ("order", "key");
