-- alter table:c
--   drop-foreign-key foreign-keys.FOREIGN KEY ("x") REFERENCES "p" ("a"): FOREIGN KEY ("x") REFERENCES "p" ("a")
--   add-foreign-key foreign-keys.FOREIGN KEY ("x") REFERENCES "p" ("b"): FOREIGN KEY ("x") REFERENCES "p" ("b")
-- alter table:p
--   drop-column columns.a: "a" INTEGER PRIMARY KEY
--   add-column columns.b: "b" INTEGER PRIMARY KEY
--   change-primary-key primaryKey: PRIMARY KEY ("a") → PRIMARY KEY ("b")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table p (alter table:p)
--    ! data-loss, drops-column: drops column p.a with all of its values [irreversible]
--    ! rewrite, rebuilds-table: copies table p row by row into a new one, because its primary key changes
CREATE TABLE "_schema_sync_264d0524_violations_c" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('c') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_50032940_p" (
  "b" INTEGER PRIMARY KEY
);
INSERT INTO "_schema_sync_50032940_p" ("b")
SELECT "a"
FROM "p";
-- must find nothing: the rebuild of p would lose rows
SELECT (SELECT count(*) FROM "p") AS "before", (SELECT count(*) FROM "_schema_sync_50032940_p") AS "after"
WHERE (SELECT count(*) FROM "p") <> (SELECT count(*) FROM "_schema_sync_50032940_p");
DROP TABLE "p";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_50032940_p" RENAME TO "p";
PRAGMA legacy_alter_table = OFF;

-- 2. rebuild table c (alter table:c)
--    ! rewrite, rebuilds-table: copies table c row by row into a new one, because a foreign key is dropped
--    ! correctness, adds-foreign-key: fails when a row of c refers to no row of p
CREATE TABLE "_schema_sync_8ef15b5c_c" (
  "x" INTEGER REFERENCES "p" ("b")
);
INSERT INTO "_schema_sync_8ef15b5c_c" ("rowid", "x")
SELECT "rowid", "x"
FROM "c";
-- must find nothing: the rebuild of c would lose rows
SELECT (SELECT count(*) FROM "c") AS "before", (SELECT count(*) FROM "_schema_sync_8ef15b5c_c") AS "after"
WHERE (SELECT count(*) FROM "c") <> (SELECT count(*) FROM "_schema_sync_8ef15b5c_c");
DROP TABLE "c";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_8ef15b5c_c" RENAME TO "c";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of c
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('c') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_264d0524_violations_c" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_264d0524_violations_c";

-- The way down does not bring back:
--   alter table:p: drops column p.a with all of its values

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table p (alter table:p)
--    ! data-loss, drops-column: drops column p.b with all of its values [irreversible]
--    ! rewrite, rebuilds-table: copies table p row by row into a new one, because its primary key changes
CREATE TABLE "_schema_sync_fba304c6_violations_c" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('c') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_a832dacf_p" (
  "a" INTEGER PRIMARY KEY
);
INSERT INTO "_schema_sync_a832dacf_p" ("a")
SELECT "b"
FROM "p";
-- must find nothing: the rebuild of p would lose rows
SELECT (SELECT count(*) FROM "p") AS "before", (SELECT count(*) FROM "_schema_sync_a832dacf_p") AS "after"
WHERE (SELECT count(*) FROM "p") <> (SELECT count(*) FROM "_schema_sync_a832dacf_p");
DROP TABLE "p";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_a832dacf_p" RENAME TO "p";
PRAGMA legacy_alter_table = OFF;

-- 2. rebuild table c (alter table:c)
--    ! rewrite, rebuilds-table: copies table c row by row into a new one, because a foreign key is dropped
--    ! correctness, adds-foreign-key: fails when a row of c refers to no row of p
CREATE TABLE "_schema_sync_32866600_c" (
  "x" INTEGER REFERENCES "p" ("a")
);
INSERT INTO "_schema_sync_32866600_c" ("rowid", "x")
SELECT "rowid", "x"
FROM "c";
-- must find nothing: the rebuild of c would lose rows
SELECT (SELECT count(*) FROM "c") AS "before", (SELECT count(*) FROM "_schema_sync_32866600_c") AS "after"
WHERE (SELECT count(*) FROM "c") <> (SELECT count(*) FROM "_schema_sync_32866600_c");
DROP TABLE "c";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_32866600_c" RENAME TO "c";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of c
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('c') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_fba304c6_violations_c" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_fba304c6_violations_c";
