-- alter table:a;b
--   add-column columns./* f */: "/* f */" TEXT
--   change-default columns.-- e.default: '; -- x' → '; -- x\ny'
--   add-unique uniques.UNIQUE ("c;\nd"): UNIQUE ("c;\nd")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table a;b (alter table:a;b)
--    ! rewrite, rebuilds-table: copies table a;b row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of a;b have the same c;\nd
CREATE TABLE "_schema_sync_77c3495e_a;b" (
  "id" INTEGER PRIMARY KEY,
  "c;
d" TEXT UNIQUE,
  "-- e" TEXT DEFAULT '; -- x
y',
  "/* f */" TEXT
);
INSERT INTO "_schema_sync_77c3495e_a;b" ("id", "c;
d", "-- e")
SELECT "id", "c;
d", "-- e"
FROM "a;b";
-- must find nothing: the rebuild of a;b would lose rows
SELECT (SELECT count(*) FROM "a;b") AS "before", (SELECT count(*) FROM "_schema_sync_77c3495e_a;b") AS "after"
WHERE (SELECT count(*) FROM "a;b") <> (SELECT count(*) FROM "_schema_sync_77c3495e_a;b");
DROP TABLE "a;b";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_77c3495e_a;b" RENAME TO "a;b";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table a;b (alter table:a;b)
--    ! data-loss, drops-column: drops column a;b./* f */ with all of its values [irreversible]
--    ! rewrite, rebuilds-table: copies table a;b row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of a;b can have the same c;\nd from then on
CREATE TABLE "_schema_sync_9ea625ff_a;b" (
  "id" INTEGER PRIMARY KEY,
  "c;
d" TEXT,
  "-- e" TEXT DEFAULT '; -- x'
);
INSERT INTO "_schema_sync_9ea625ff_a;b" ("id", "c;
d", "-- e")
SELECT "id", "c;
d", "-- e"
FROM "a;b";
-- must find nothing: the rebuild of a;b would lose rows
SELECT (SELECT count(*) FROM "a;b") AS "before", (SELECT count(*) FROM "_schema_sync_9ea625ff_a;b") AS "after"
WHERE (SELECT count(*) FROM "a;b") <> (SELECT count(*) FROM "_schema_sync_9ea625ff_a;b");
DROP TABLE "a;b";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_9ea625ff_a;b" RENAME TO "a;b";
PRAGMA legacy_alter_table = OFF;
