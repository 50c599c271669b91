-- alter table:odd
--   change-default columns.d.default: 1 → 2

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table odd (alter table:odd)
--    ! rewrite, rebuilds-table: copies table odd row by row into a new one, because the default of d changes
CREATE TABLE "_schema_sync_ad040aa6_odd" (
  "a" INTEGER,
  "b",
  "c" TEXT,
  "d" REAL DEFAULT 2
);
INSERT INTO "_schema_sync_ad040aa6_odd" ("rowid", "a", "b", "c", "d")
SELECT "rowid", "a", "b", "c", "d"
FROM "odd";
-- must find nothing: the rebuild of odd would lose rows
SELECT (SELECT count(*) FROM "odd") AS "before", (SELECT count(*) FROM "_schema_sync_ad040aa6_odd") AS "after"
WHERE (SELECT count(*) FROM "odd") <> (SELECT count(*) FROM "_schema_sync_ad040aa6_odd");
DROP TABLE "odd";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_ad040aa6_odd" RENAME TO "odd";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table odd (alter table:odd)
--    ! rewrite, rebuilds-table: copies table odd row by row into a new one, because the default of d changes
CREATE TABLE "_schema_sync_e71fa41e_odd" (
  "a" INTEGER,
  "b",
  "c" TEXT,
  "d" REAL DEFAULT 1
);
INSERT INTO "_schema_sync_e71fa41e_odd" ("rowid", "a", "b", "c", "d")
SELECT "rowid", "a", "b", "c", "d"
FROM "odd";
-- must find nothing: the rebuild of odd would lose rows
SELECT (SELECT count(*) FROM "odd") AS "before", (SELECT count(*) FROM "_schema_sync_e71fa41e_odd") AS "after"
WHERE (SELECT count(*) FROM "odd") <> (SELECT count(*) FROM "_schema_sync_e71fa41e_odd");
DROP TABLE "odd";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_e71fa41e_odd" RENAME TO "odd";
PRAGMA legacy_alter_table = OFF;
