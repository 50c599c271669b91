-- alter table:t
--   rename-column columns.z: a → z
-- replace view:v: SQLite cannot alter a view

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop view v (replace view:v)
DROP VIEW "v";

-- 2. rebuild table t (alter table:t)
--    ! rewrite, rebuilds-table: copies table t row by row into a new one, because SQLite does not rename an INTEGER key WITHOUT ROWID that is in a unique constraint, too
--    ! correctness, breaks-clients: renames column t.a to z: statements that use the old name fail from then on
CREATE TABLE "_schema_sync_fab74771_own_violations_t" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('c') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_9880dacf_t" (
  "a" INTEGER PRIMARY KEY,
  "b" INTEGER
) WITHOUT ROWID;
INSERT INTO "_schema_sync_9880dacf_t" ("a", "b")
SELECT "a", "b"
FROM "t";
-- must find nothing: the rebuild of t would lose rows
SELECT (SELECT count(*) FROM "t") AS "before", (SELECT count(*) FROM "_schema_sync_9880dacf_t") AS "after"
WHERE (SELECT count(*) FROM "t") <> (SELECT count(*) FROM "_schema_sync_9880dacf_t");
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_9880dacf_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
ALTER TABLE "t" RENAME COLUMN "a" TO z;
CREATE TABLE "_schema_sync_9880dacf_t" (
  "z" INTEGER PRIMARY KEY,
  "b" INTEGER,
  UNIQUE ("z" COLLATE NOCASE, "b")
) WITHOUT ROWID;
INSERT INTO "_schema_sync_9880dacf_t" ("z", "b")
SELECT "z", "b"
FROM "t";
-- must find nothing: the rebuild of t would lose rows
SELECT (SELECT count(*) FROM "t") AS "before", (SELECT count(*) FROM "_schema_sync_9880dacf_t") AS "after"
WHERE (SELECT count(*) FROM "t") <> (SELECT count(*) FROM "_schema_sync_9880dacf_t");
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_9880dacf_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of t
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('c') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_fab74771_own_violations_t" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_fab74771_own_violations_t";

-- 3. create view v (replace view:v)
CREATE VIEW "v" AS
SELECT z, b FROM t;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop view v (replace view:v)
DROP VIEW "v";

-- 2. rebuild table t (alter table:t)
--    ! rewrite, rebuilds-table: copies table t row by row into a new one, because SQLite does not rename an INTEGER key WITHOUT ROWID that is in a unique constraint, too
--    ! correctness, breaks-clients: renames column t.z to a: statements that use the old name fail from then on
CREATE TABLE "_schema_sync_c830d09a_own_violations_t" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('c') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_c33a1cbd_t" (
  "z" INTEGER PRIMARY KEY,
  "b" INTEGER
) WITHOUT ROWID;
INSERT INTO "_schema_sync_c33a1cbd_t" ("z", "b")
SELECT "z", "b"
FROM "t";
-- must find nothing: the rebuild of t would lose rows
SELECT (SELECT count(*) FROM "t") AS "before", (SELECT count(*) FROM "_schema_sync_c33a1cbd_t") AS "after"
WHERE (SELECT count(*) FROM "t") <> (SELECT count(*) FROM "_schema_sync_c33a1cbd_t");
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_c33a1cbd_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
ALTER TABLE "t" RENAME COLUMN "z" TO a;
CREATE TABLE "_schema_sync_c33a1cbd_t" (
  "a" INTEGER PRIMARY KEY,
  "b" INTEGER,
  UNIQUE ("a" COLLATE NOCASE, "b")
) WITHOUT ROWID;
INSERT INTO "_schema_sync_c33a1cbd_t" ("a", "b")
SELECT "a", "b"
FROM "t";
-- must find nothing: the rebuild of t would lose rows
SELECT (SELECT count(*) FROM "t") AS "before", (SELECT count(*) FROM "_schema_sync_c33a1cbd_t") AS "after"
WHERE (SELECT count(*) FROM "t") <> (SELECT count(*) FROM "_schema_sync_c33a1cbd_t");
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_c33a1cbd_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of t
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('c') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_c830d09a_own_violations_t" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_c830d09a_own_violations_t";

-- 3. create view v (replace view:v)
CREATE VIEW "v" AS
SELECT a, b FROM t;
