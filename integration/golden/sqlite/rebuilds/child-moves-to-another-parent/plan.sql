-- alter table:child
--   drop-foreign-key foreign-keys.FOREIGN KEY ("x") REFERENCES "p1" ("x"): FOREIGN KEY ("x") REFERENCES "p1" ("x")
--   add-foreign-key foreign-keys.FOREIGN KEY ("x") REFERENCES "p2" ("x"): FOREIGN KEY ("x") REFERENCES "p2" ("x")
-- drop table:p1
-- alter table:p2
--   change-default columns.x.default: 0 → none
--   add-primary-key primaryKey: PRIMARY KEY ("x")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop table p1 (drop table:p1)
--    ! data-loss, drops-table: drops table p1 with all of its rows [irreversible]
DROP TABLE "p1";

-- 2. rebuild table p2 (alter table:p2)
--    ! rewrite, rebuilds-table: copies table p2 row by row into a new one, because its primary key changes
--    ! correctness, changes-primary-key: makes p2.x the rowid: fails when rows have equal keys, or keys that are no whole numbers
--    ! data-loss, fills-nulls: sets p2.x to the next rowid where it is NULL [irreversible]
CREATE TABLE "_schema_sync_e8309941_violations_child" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('child') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_0eef259e_p2" (
  "x" INTEGER PRIMARY KEY
);
INSERT INTO "_schema_sync_0eef259e_p2" ("x")
SELECT "x"
FROM "p2";
-- must find nothing: the rebuild of p2 would lose rows
SELECT (SELECT count(*) FROM "p2") AS "before", (SELECT count(*) FROM "_schema_sync_0eef259e_p2") AS "after"
WHERE (SELECT count(*) FROM "p2") <> (SELECT count(*) FROM "_schema_sync_0eef259e_p2");
DROP TABLE "p2";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_0eef259e_p2" RENAME TO "p2";
PRAGMA legacy_alter_table = OFF;

-- 3. rebuild table child (alter table:child)
--    ! rewrite, rebuilds-table: copies table child row by row into a new one, because a foreign key is dropped
--    ! correctness, adds-foreign-key: fails when a row of child refers to no row of p2
CREATE TABLE "_schema_sync_ef8949e4_child" (
  "x" INTEGER PRIMARY KEY AUTOINCREMENT REFERENCES "p2" ("x")
);
INSERT INTO "_schema_sync_ef8949e4_child" ("x")
SELECT "x"
FROM "child";
-- must find nothing: the rebuild of child would lose rows
SELECT (SELECT count(*) FROM "child") AS "before", (SELECT count(*) FROM "_schema_sync_ef8949e4_child") AS "after"
WHERE (SELECT count(*) FROM "child") <> (SELECT count(*) FROM "_schema_sync_ef8949e4_child");
DELETE FROM sqlite_sequence WHERE name = '_schema_sync_ef8949e4_child';
INSERT INTO sqlite_sequence (name, seq)
SELECT '_schema_sync_ef8949e4_child', seq FROM sqlite_sequence WHERE name = 'child';
DROP TABLE "child";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_ef8949e4_child" RENAME TO "child";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of child
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('child') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_e8309941_violations_child" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_e8309941_violations_child";

-- The way down does not bring back:
--   drop table:p1: drops table p1 with all of its rows
--   alter table:p2: sets p2.x to the next rowid where it is NULL

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. create table p1 (create table:p1)
CREATE TABLE "p1" (
  "x" INTEGER PRIMARY KEY
);

-- 2. rebuild table child (alter table:child)
--    ! rewrite, rebuilds-table: copies table child row by row into a new one, because a foreign key is dropped
--    ! correctness, adds-foreign-key: fails when a row of child refers to no row of p1
--    ! correctness, ends-guarantee: rows of child can hold x that no row of p2 has from then on
CREATE TABLE "_schema_sync_f072b2f1_violations_child" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('child') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_41c1ad00_child" (
  "x" INTEGER PRIMARY KEY AUTOINCREMENT REFERENCES "p1" ("x")
);
INSERT INTO "_schema_sync_41c1ad00_child" ("x")
SELECT "x"
FROM "child";
-- must find nothing: the rebuild of child would lose rows
SELECT (SELECT count(*) FROM "child") AS "before", (SELECT count(*) FROM "_schema_sync_41c1ad00_child") AS "after"
WHERE (SELECT count(*) FROM "child") <> (SELECT count(*) FROM "_schema_sync_41c1ad00_child");
DELETE FROM sqlite_sequence WHERE name = '_schema_sync_41c1ad00_child';
INSERT INTO sqlite_sequence (name, seq)
SELECT '_schema_sync_41c1ad00_child', seq FROM sqlite_sequence WHERE name = 'child';
DROP TABLE "child";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_41c1ad00_child" RENAME TO "child";
PRAGMA legacy_alter_table = OFF;

-- 3. rebuild table p2 (alter table:p2)
--    ! rewrite, rebuilds-table: copies table p2 row by row into a new one, because its primary key changes
--    ! correctness, ends-guarantee: rows of p2 can have the same x from then on
CREATE TABLE "_schema_sync_32071816_p2" (
  "x" INTEGER DEFAULT 0
);
INSERT INTO "_schema_sync_32071816_p2" ("rowid", "x")
SELECT "x", "x"
FROM "p2";
-- must find nothing: the rebuild of p2 would lose rows
SELECT (SELECT count(*) FROM "p2") AS "before", (SELECT count(*) FROM "_schema_sync_32071816_p2") AS "after"
WHERE (SELECT count(*) FROM "p2") <> (SELECT count(*) FROM "_schema_sync_32071816_p2");
DROP TABLE "p2";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_32071816_p2" RENAME TO "p2";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of p2
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('child') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_f072b2f1_violations_child" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_f072b2f1_violations_child";
