-- alter table:children
--   drop-foreign-key foreign-keys.FOREIGN KEY ("parent_id") REFERENCES "parents" ("id") ON DELETE CASCADE: FOREIGN KEY ("parent_id") REFERENCES "parents" ("id") ON DELETE CASCADE
-- drop table:parents

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop table parents (drop table:parents)
--    ! data-loss, drops-table: drops table parents with all of its rows [irreversible]
DROP TABLE "parents";

-- 2. rebuild table children (alter table:children)
--    ! rewrite, rebuilds-table: copies table children row by row into a new one, because a foreign key is dropped
CREATE TABLE "_schema_sync_643c4446_children" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER
);
INSERT INTO "_schema_sync_643c4446_children" ("id", "parent_id")
SELECT "id", "parent_id"
FROM "children";
-- must find nothing: the rebuild of children would lose rows
SELECT (SELECT count(*) FROM "children") AS "before", (SELECT count(*) FROM "_schema_sync_643c4446_children") AS "after"
WHERE (SELECT count(*) FROM "children") <> (SELECT count(*) FROM "_schema_sync_643c4446_children");
DROP TABLE "children";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_643c4446_children" RENAME TO "children";
PRAGMA legacy_alter_table = OFF;

-- The way down does not bring back:
--   drop table:parents: drops table parents with all of its rows

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. create table parents (create table:parents)
CREATE TABLE "parents" (
  "id" INTEGER PRIMARY KEY
);

-- 2. rebuild table children (alter table:children)
--    ! rewrite, rebuilds-table: copies table children row by row into a new one, because a foreign key is added
--    ! correctness, adds-foreign-key: fails when a row of children refers to no row of parents
CREATE TABLE "_schema_sync_4f16c378_children" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER REFERENCES "parents" ("id") ON DELETE CASCADE
);
INSERT INTO "_schema_sync_4f16c378_children" ("id", "parent_id")
SELECT "id", "parent_id"
FROM "children";
-- must find nothing: the rebuild of children would lose rows
SELECT (SELECT count(*) FROM "children") AS "before", (SELECT count(*) FROM "_schema_sync_4f16c378_children") AS "after"
WHERE (SELECT count(*) FROM "children") <> (SELECT count(*) FROM "_schema_sync_4f16c378_children");
DROP TABLE "children";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_4f16c378_children" RENAME TO "children";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of children
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('children') GROUP BY 1, 2, 3
LIMIT 20;
