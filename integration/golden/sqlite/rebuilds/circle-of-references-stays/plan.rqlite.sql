-- alter table:a
--   add-check checks.CHECK (n <> ''): CHECK (n <> '')
-- alter table:b
--   change-collation columns.n.collation: BINARY → NOCASE

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table b (alter table:b)
--    ! rewrite, rebuilds-table: copies table b row by row into a new one, because the collation of n changes
CREATE TABLE "_schema_sync_39d28ddd_violations_b" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('b') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_236dc078_violations_a" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('a') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_a98ba153_b" (
  "x" INTEGER UNIQUE REFERENCES "a" ("x"),
  "n" TEXT COLLATE NOCASE
);
INSERT INTO "_schema_sync_a98ba153_b" ("rowid", "x", "n")
SELECT "rowid", "x", "n"
FROM "b";
-- must find nothing: the rebuild of b would lose rows
SELECT (SELECT count(*) FROM "b") AS "before", (SELECT count(*) FROM "_schema_sync_a98ba153_b") AS "after"
WHERE (SELECT count(*) FROM "b") <> (SELECT count(*) FROM "_schema_sync_a98ba153_b");
DROP TABLE "b";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_a98ba153_b" RENAME TO "b";
PRAGMA legacy_alter_table = OFF;

-- 2. rebuild table a (alter table:a)
--    ! rewrite, rebuilds-table: copies table a row by row into a new one, because a check is added
--    ! correctness, adds-check: fails when a row of a does not satisfy n <> ''
CREATE TABLE "_schema_sync_693da2fb_a" (
  "x" INTEGER UNIQUE REFERENCES "b" ("x"),
  "n" TEXT CHECK (n <> '')
);
INSERT INTO "_schema_sync_693da2fb_a" ("rowid", "x", "n")
SELECT "rowid", "x", "n"
FROM "a";
-- must find nothing: the rebuild of a would lose rows
SELECT (SELECT count(*) FROM "a") AS "before", (SELECT count(*) FROM "_schema_sync_693da2fb_a") AS "after"
WHERE (SELECT count(*) FROM "a") <> (SELECT count(*) FROM "_schema_sync_693da2fb_a");
DROP TABLE "a";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_693da2fb_a" RENAME TO "a";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of a
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('a') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_236dc078_violations_a" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_236dc078_violations_a";
-- must find nothing: rows would refer to nothing after the rebuild of a
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('b') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_39d28ddd_violations_b" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_39d28ddd_violations_b";

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table b (alter table:b)
--    ! rewrite, rebuilds-table: copies table b row by row into a new one, because the collation of n changes
CREATE TABLE "_schema_sync_1a711ea9_violations_b" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('b') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_5d86dcc8_violations_a" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('a') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_77d20f0e_b" (
  "x" INTEGER UNIQUE REFERENCES "a" ("x"),
  "n" TEXT
);
INSERT INTO "_schema_sync_77d20f0e_b" ("rowid", "x", "n")
SELECT "rowid", "x", "n"
FROM "b";
-- must find nothing: the rebuild of b would lose rows
SELECT (SELECT count(*) FROM "b") AS "before", (SELECT count(*) FROM "_schema_sync_77d20f0e_b") AS "after"
WHERE (SELECT count(*) FROM "b") <> (SELECT count(*) FROM "_schema_sync_77d20f0e_b");
DROP TABLE "b";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_77d20f0e_b" RENAME TO "b";
PRAGMA legacy_alter_table = OFF;

-- 2. rebuild table a (alter table:a)
--    ! rewrite, rebuilds-table: copies table a row by row into a new one, because a check is dropped
--    ! correctness, ends-guarantee: rows of a need not satisfy n <> '' from then on
CREATE TABLE "_schema_sync_7168ffa3_a" (
  "x" INTEGER UNIQUE REFERENCES "b" ("x"),
  "n" TEXT
);
INSERT INTO "_schema_sync_7168ffa3_a" ("rowid", "x", "n")
SELECT "rowid", "x", "n"
FROM "a";
-- must find nothing: the rebuild of a would lose rows
SELECT (SELECT count(*) FROM "a") AS "before", (SELECT count(*) FROM "_schema_sync_7168ffa3_a") AS "after"
WHERE (SELECT count(*) FROM "a") <> (SELECT count(*) FROM "_schema_sync_7168ffa3_a");
DROP TABLE "a";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_7168ffa3_a" RENAME TO "a";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of a
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('a') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_5d86dcc8_violations_a" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_5d86dcc8_violations_a";
-- must find nothing: rows would refer to nothing after the rebuild of a
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('b') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_1a711ea9_violations_b" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_1a711ea9_violations_b";
