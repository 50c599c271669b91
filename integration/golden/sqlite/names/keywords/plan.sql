-- replace index:index: it cannot stay while table:select is altered
-- alter table:select
--   add-column columns.table: "table" TEXT
--   change-default columns.group.default: 'x' → 'y'
-- replace trigger:trigger: it cannot stay while table:select is altered

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop index index (replace index:index)
DROP INDEX "index";

-- 2. drop trigger trigger (replace trigger:trigger)
DROP TRIGGER "trigger";

-- 3. rebuild table select (alter table:select)
--    ! rewrite, rebuilds-table: copies table select row by row into a new one, because the default of group changes
CREATE TABLE "_schema_sync_d3081834_select" (
  "from" INTEGER PRIMARY KEY,
  "order" TEXT,
  "group" TEXT DEFAULT 'y',
  "table" TEXT
);
INSERT INTO "_schema_sync_d3081834_select" ("from", "order", "group")
SELECT "from", "order", "group"
FROM "select";
-- must find nothing: the rebuild of select would lose rows
SELECT (SELECT count(*) FROM "select") AS "before", (SELECT count(*) FROM "_schema_sync_d3081834_select") AS "after"
WHERE (SELECT count(*) FROM "select") <> (SELECT count(*) FROM "_schema_sync_d3081834_select");
DROP TABLE "select";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_d3081834_select" RENAME TO "select";
PRAGMA legacy_alter_table = OFF;

-- 4. create index index (replace index:index)
--    ! slow, builds-index: reads all rows of select to build an index
CREATE INDEX "index" ON "select" ("order");

-- 5. create trigger trigger (replace trigger:trigger)
CREATE TRIGGER "trigger" AFTER INSERT ON "select" FOR EACH ROW
BEGIN
  UPDATE "select" SET "group" = new."order" WHERE "from" = new."from";
END;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop index index (replace index:index)
DROP INDEX "index";

-- 2. drop trigger trigger (replace trigger:trigger)
DROP TRIGGER "trigger";

-- 3. rebuild table select (alter table:select)
--    ! data-loss, drops-column: drops column select.table with all of its values [irreversible]
--    ! rewrite, rebuilds-table: copies table select row by row into a new one, because the default of group changes
CREATE TABLE "_schema_sync_3746d544_select" (
  "from" INTEGER PRIMARY KEY,
  "order" TEXT,
  "group" TEXT DEFAULT 'x'
);
INSERT INTO "_schema_sync_3746d544_select" ("from", "order", "group")
SELECT "from", "order", "group"
FROM "select";
-- must find nothing: the rebuild of select would lose rows
SELECT (SELECT count(*) FROM "select") AS "before", (SELECT count(*) FROM "_schema_sync_3746d544_select") AS "after"
WHERE (SELECT count(*) FROM "select") <> (SELECT count(*) FROM "_schema_sync_3746d544_select");
DROP TABLE "select";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_3746d544_select" RENAME TO "select";
PRAGMA legacy_alter_table = OFF;

-- 4. create index index (replace index:index)
--    ! slow, builds-index: reads all rows of select to build an index
CREATE INDEX "index" ON "select" ("order");

-- 5. create trigger trigger (replace trigger:trigger)
CREATE TRIGGER "trigger" AFTER INSERT ON "select" FOR EACH ROW
BEGIN
  UPDATE "select" SET "group" = new."order" WHERE "from" = new."from";
END;
