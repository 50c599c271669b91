CREATE TABLE "my table" (id INTEGER PRIMARY KEY, "a ""quoted"" name" TEXT UNIQUE, [with space] TEXT, `back``tick` TEXT, "it's" TEXT, "]" TEXT);
CREATE INDEX "an index" ON "my table" ("a ""quoted"" name");
