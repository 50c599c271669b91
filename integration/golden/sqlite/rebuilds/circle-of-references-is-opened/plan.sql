-- alter table:a
--   drop-foreign-key foreign-keys.FOREIGN KEY ("x") REFERENCES "b" ("x"): FOREIGN KEY ("x") REFERENCES "b" ("x")
-- alter table:b
--   change-not-null columns.x.not-null: NULL → NOT NULL
--   drop-primary-key primaryKey: PRIMARY KEY ("x")
--   drop-foreign-key foreign-keys.FOREIGN KEY ("x") REFERENCES "a" ("x"): FOREIGN KEY ("x") REFERENCES "a" ("x")
--   change-strict strict: false → true
--   change-without-rowid withoutRowid: true → false

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table a (alter table:a)
--    ! rewrite, rebuilds-table: copies table a row by row into a new one, because a foreign key is dropped
--    ! correctness, ends-guarantee: rows of a can hold x that no row of b has from then on
CREATE TABLE "_schema_sync_5ed7191b_a" (
  "x" INTEGER UNIQUE
);
INSERT INTO "_schema_sync_5ed7191b_a" ("rowid", "x")
SELECT "rowid", "x"
FROM "a";
-- must find nothing: the rebuild of a would lose rows
SELECT (SELECT count(*) FROM "a") AS "before", (SELECT count(*) FROM "_schema_sync_5ed7191b_a") AS "after"
WHERE (SELECT count(*) FROM "a") <> (SELECT count(*) FROM "_schema_sync_5ed7191b_a");
DROP TABLE "a";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_5ed7191b_a" RENAME TO "a";
PRAGMA legacy_alter_table = OFF;

-- 2. rebuild table b (alter table:b)
--    ! rewrite, rebuilds-table: copies table b row by row into a new one, because its primary key changes
--    ! correctness, enforces-types: fails when a row of b holds a value that does not fit the type of its column
--    ! correctness, ends-guarantee: rows of b can have the same x from then on
--    ! correctness, ends-guarantee: rows of b can hold x that no row of a has from then on
CREATE TABLE "_schema_sync_7e43a9cd_b" (
  "x" INTEGER NOT NULL
) STRICT;
INSERT INTO "_schema_sync_7e43a9cd_b" ("x")
SELECT "x"
FROM "b";
-- must find nothing: the rebuild of b would lose rows
SELECT (SELECT count(*) FROM "b") AS "before", (SELECT count(*) FROM "_schema_sync_7e43a9cd_b") AS "after"
WHERE (SELECT count(*) FROM "b") <> (SELECT count(*) FROM "_schema_sync_7e43a9cd_b");
DROP TABLE "b";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_7e43a9cd_b" RENAME TO "b";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table b (alter table:b)
--    ! rewrite, rebuilds-table: copies table b row by row into a new one, because its primary key changes
--    ! correctness, changes-primary-key: changes the primary key of b: fails when rows have equal or missing keys
--    ! correctness, adds-foreign-key: fails when a row of b refers to no row of a
CREATE TABLE "_schema_sync_57b9cd3b_b" (
  "x" INTEGER PRIMARY KEY REFERENCES "a" ("x")
) WITHOUT ROWID;
INSERT INTO "_schema_sync_57b9cd3b_b" ("x")
SELECT "x"
FROM "b";
-- must find nothing: the rebuild of b would lose rows
SELECT (SELECT count(*) FROM "b") AS "before", (SELECT count(*) FROM "_schema_sync_57b9cd3b_b") AS "after"
WHERE (SELECT count(*) FROM "b") <> (SELECT count(*) FROM "_schema_sync_57b9cd3b_b");
DROP TABLE "b";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_57b9cd3b_b" RENAME TO "b";
PRAGMA legacy_alter_table = OFF;

-- 2. rebuild table a (alter table:a)
--    ! rewrite, rebuilds-table: copies table a row by row into a new one, because a foreign key is added
--    ! correctness, adds-foreign-key: fails when a row of a refers to no row of b
CREATE TABLE "_schema_sync_b5a28529_a" (
  "x" INTEGER UNIQUE REFERENCES "b" ("x")
);
INSERT INTO "_schema_sync_b5a28529_a" ("rowid", "x")
SELECT "rowid", "x"
FROM "a";
-- must find nothing: the rebuild of a would lose rows
SELECT (SELECT count(*) FROM "a") AS "before", (SELECT count(*) FROM "_schema_sync_b5a28529_a") AS "after"
WHERE (SELECT count(*) FROM "a") <> (SELECT count(*) FROM "_schema_sync_b5a28529_a");
DROP TABLE "a";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_b5a28529_a" RENAME TO "a";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of a
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('a') GROUP BY 1, 2, 3
LIMIT 20;
-- must find nothing: rows would refer to nothing after the rebuild of a
SELECT "table", NULL AS "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('b') GROUP BY 1, 2, 3
LIMIT 20;
