CREATE TABLE "We""ird; -- table" ("a'b" int PRIMARY KEY, " USING " text);
CREATE INDEX "i USING (x)" ON "We""ird; -- table" (" USING ");
