-- create index:a_by_y
-- alter table:a
--   add-column columns.y: "y" TEXT DEFAULT (upper('y'))
-- create table:b
-- create trigger:a_watch
-- create view:ys

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table a (alter table:a)
--    ! rewrite, rebuilds-table: copies table a row by row into a new one, because y is added with a default that is computed
CREATE TABLE "_schema_sync_aa5ee11a_a" (
  "id" INTEGER PRIMARY KEY,
  "x" TEXT,
  "y" TEXT DEFAULT (upper('y'))
);
INSERT INTO "_schema_sync_aa5ee11a_a" ("id", "x")
SELECT "id", "x"
FROM "a";
-- must find nothing: the rebuild of a would lose rows
SELECT (SELECT count(*) FROM "a") AS "before", (SELECT count(*) FROM "_schema_sync_aa5ee11a_a") AS "after"
WHERE (SELECT count(*) FROM "a") <> (SELECT count(*) FROM "_schema_sync_aa5ee11a_a");
DROP TABLE "a";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_aa5ee11a_a" RENAME TO "a";
PRAGMA legacy_alter_table = OFF;

-- 2. create index a_by_y (create index:a_by_y)
--    ! slow, builds-index: reads all rows of a to build an index
CREATE INDEX "a_by_y" ON "a" ("y");

-- 3. create table b (create table:b)
CREATE TABLE "b" (
  "id" INTEGER PRIMARY KEY,
  "a_id" INTEGER REFERENCES "a" ("id")
);

-- 4. create trigger a_watch (create trigger:a_watch)
CREATE TRIGGER "a_watch" AFTER UPDATE OF "y" ON "a" FOR EACH ROW
BEGIN
  UPDATE a SET x = new.y WHERE id = new.id;
END;

-- 5. create view ys (create view:ys)
CREATE VIEW "ys" AS
SELECT y FROM a;

-- ==== down ====
-- batch, all or nothing

-- 1. drop index a_by_y (drop index:a_by_y)
DROP INDEX "a_by_y";

-- 2. drop table b (drop table:b)
--    ! data-loss, drops-table: drops table b with all of its rows [irreversible]
DROP TABLE "b";

-- 3. drop trigger a_watch (drop trigger:a_watch)
--    ! correctness, drops-trigger: drops trigger a_watch: what it does AFTER UPDATE on a is not done any more, and no statement fails for want of it
DROP TRIGGER "a_watch";

-- 4. drop view ys (drop view:ys)
--    ! correctness, drops-view: drops view ys: statements that use it fail from then on
DROP VIEW "ys";

-- 5. drop column a.y (alter table:a)
--    ! data-loss, drops-column: drops column a.y with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of a again
ALTER TABLE "a" DROP COLUMN "y";
