CREATE TABLE "We""ird; -- table" ("a'b" int PRIMARY KEY, " USING " text, "$1" int DEFAULT 1);
CREATE INDEX "i USING (x)" ON "We""ird; -- table" (" USING ") WHERE "a'b" > 0;
