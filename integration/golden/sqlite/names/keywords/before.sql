CREATE TABLE "select" ("from" INTEGER PRIMARY KEY, "order" TEXT, "group" TEXT DEFAULT 'x');
CREATE VIEW "where" AS SELECT "order" FROM "select";
CREATE INDEX "index" ON "select" ("order");
CREATE TRIGGER "trigger" AFTER INSERT ON "select" BEGIN
  UPDATE "select" SET "group" = new."order" WHERE "from" = new."from";
END;
