-- replace index:an index: it cannot stay while table:my table is altered
-- alter table:my table
--   add-column columns.it's: "it's" TEXT
--   add-column columns.]: "]" TEXT
--   add-unique uniques.UNIQUE ("a ""quoted"" name"): UNIQUE ("a ""quoted"" name")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop index an index (replace index:an index)
DROP INDEX "an index";

-- 2. rebuild table my table (alter table:my table)
--    ! rewrite, rebuilds-table: copies table my table row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of my table have the same a "quoted" name
CREATE TABLE "_schema_sync_9415422a_my table" (
  "id" INTEGER PRIMARY KEY,
  "a ""quoted"" name" TEXT UNIQUE,
  "with space" TEXT,
  "back`tick" TEXT,
  "it's" TEXT,
  "]" TEXT
);
INSERT INTO "_schema_sync_9415422a_my table" ("id", "a ""quoted"" name", "with space", "back`tick")
SELECT "id", "a ""quoted"" name", "with space", "back`tick"
FROM "my table";
-- must find nothing: the rebuild of my table would lose rows
SELECT (SELECT count(*) FROM "my table") AS "before", (SELECT count(*) FROM "_schema_sync_9415422a_my table") AS "after"
WHERE (SELECT count(*) FROM "my table") <> (SELECT count(*) FROM "_schema_sync_9415422a_my table");
DROP TABLE "my table";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_9415422a_my table" RENAME TO "my table";
PRAGMA legacy_alter_table = OFF;

-- 3. create index an index (replace index:an index)
--    ! slow, builds-index: reads all rows of my table to build an index
CREATE INDEX "an index" ON "my table" ("a ""quoted"" name");

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop index an index (replace index:an index)
DROP INDEX "an index";

-- 2. rebuild table my table (alter table:my table)
--    ! data-loss, drops-column: drops column my table.it's with all of its values [irreversible]
--    ! data-loss, drops-column: drops column my table.] with all of its values [irreversible]
--    ! rewrite, rebuilds-table: copies table my table row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of my table can have the same a "quoted" name from then on
CREATE TABLE "_schema_sync_b747a587_my table" (
  "id" INTEGER PRIMARY KEY,
  "a ""quoted"" name" TEXT,
  "with space" TEXT,
  "back`tick" TEXT
);
INSERT INTO "_schema_sync_b747a587_my table" ("id", "a ""quoted"" name", "with space", "back`tick")
SELECT "id", "a ""quoted"" name", "with space", "back`tick"
FROM "my table";
-- must find nothing: the rebuild of my table would lose rows
SELECT (SELECT count(*) FROM "my table") AS "before", (SELECT count(*) FROM "_schema_sync_b747a587_my table") AS "after"
WHERE (SELECT count(*) FROM "my table") <> (SELECT count(*) FROM "_schema_sync_b747a587_my table");
DROP TABLE "my table";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_b747a587_my table" RENAME TO "my table";
PRAGMA legacy_alter_table = OFF;

-- 3. create index an index (replace index:an index)
--    ! slow, builds-index: reads all rows of my table to build an index
CREATE INDEX "an index" ON "my table" ("a ""quoted"" name");
