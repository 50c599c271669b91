-- alter table:t
--   add-column columns.a: "a" TEXT DEFAULT 'it''s'
--   add-column columns.b: "b" INTEGER DEFAULT -5
--   add-column columns.c: "c" REAL DEFAULT 1.5e3
--   add-column columns.d: "d" BLOB DEFAULT x'00ff'
--   add-column columns.e: "e" TEXT
--   add-column columns.f: "f" INTEGER DEFAULT TRUE
--   add-column columns.g: "g" TEXT DEFAULT 'double'
--   add-column columns.h: "h" INTEGER DEFAULT 7

-- ==== up ====
-- batch, all or nothing

-- 1. add column t.a (alter table:t)
ALTER TABLE "t" ADD COLUMN "a" TEXT DEFAULT 'it''s';

-- 2. add column t.b (alter table:t)
ALTER TABLE "t" ADD COLUMN "b" INTEGER DEFAULT -5;

-- 3. add column t.c (alter table:t)
ALTER TABLE "t" ADD COLUMN "c" REAL DEFAULT 1.5e3;

-- 4. add column t.d (alter table:t)
ALTER TABLE "t" ADD COLUMN "d" BLOB DEFAULT x'00ff';

-- 5. add column t.e (alter table:t)
ALTER TABLE "t" ADD COLUMN "e" TEXT;

-- 6. add column t.f (alter table:t)
ALTER TABLE "t" ADD COLUMN "f" INTEGER DEFAULT TRUE;

-- 7. add column t.g (alter table:t)
ALTER TABLE "t" ADD COLUMN "g" TEXT DEFAULT 'double';

-- 8. add column t.h (alter table:t)
ALTER TABLE "t" ADD COLUMN "h" INTEGER DEFAULT 7;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table t (alter table:t)
--    ! data-loss, drops-column: drops column t.a with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.b with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.c with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.d with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.e with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.f with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.g with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.h with all of its values [irreversible]
--    ! rewrite, rebuilds-table: copies table t row by row into a new one, because several columns are dropped
CREATE TABLE "_schema_sync_b6bc1dbf_t" (
  "id" INTEGER PRIMARY KEY
);
INSERT INTO "_schema_sync_b6bc1dbf_t" ("id")
SELECT "id"
FROM "t";
-- must find nothing: the rebuild of t would lose rows
SELECT (SELECT count(*) FROM "t") AS "before", (SELECT count(*) FROM "_schema_sync_b6bc1dbf_t") AS "after"
WHERE (SELECT count(*) FROM "t") <> (SELECT count(*) FROM "_schema_sync_b6bc1dbf_t");
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_b6bc1dbf_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
