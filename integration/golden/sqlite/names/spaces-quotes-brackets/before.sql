CREATE TABLE "my table" (id INTEGER PRIMARY KEY, "a ""quoted"" name" TEXT, [with space] TEXT, `back``tick` TEXT);
CREATE INDEX "an index" ON "my table" ("a ""quoted"" name");
