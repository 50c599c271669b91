-- alter table:users
--   drop-foreign-key foreign-keys.FOREIGN KEY ("team_id") REFERENCES "teams" ("id"): FOREIGN KEY ("team_id") REFERENCES "teams" ("id")
--   add-foreign-key foreign-keys.FOREIGN KEY ("team_id") REFERENCES "groups" ("id"): FOREIGN KEY ("team_id") REFERENCES "groups" ("id")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a foreign key is dropped
--    ! correctness, adds-foreign-key: fails when a row of users refers to no row of groups
--    ! correctness, ends-guarantee: rows of users can hold team_id that no row of teams has from then on
CREATE TABLE "_schema_sync_ea90a5c3_own_violations_users" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('users') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_2c2afe8d_users" (
  "id" INTEGER PRIMARY KEY,
  "team_id" INTEGER REFERENCES "groups" ("id")
);
INSERT INTO "_schema_sync_2c2afe8d_users" ("id", "team_id")
SELECT "id", "team_id"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_2c2afe8d_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_2c2afe8d_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_2c2afe8d_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of users
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('users') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_ea90a5c3_own_violations_users" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_ea90a5c3_own_violations_users";

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a foreign key is dropped
--    ! correctness, adds-foreign-key: fails when a row of users refers to no row of teams
--    ! correctness, ends-guarantee: rows of users can hold team_id that no row of groups has from then on
CREATE TABLE "_schema_sync_07b92de1_own_violations_users" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('users') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_28babeaf_users" (
  "id" INTEGER PRIMARY KEY,
  "team_id" INTEGER REFERENCES "teams" ("id")
);
INSERT INTO "_schema_sync_28babeaf_users" ("id", "team_id")
SELECT "id", "team_id"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_28babeaf_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_28babeaf_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_28babeaf_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of users
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('users') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_07b92de1_own_violations_users" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_07b92de1_own_violations_users";
