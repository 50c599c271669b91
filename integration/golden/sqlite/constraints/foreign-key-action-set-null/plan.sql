-- alter table:users
--   drop-foreign-key foreign-keys.FOREIGN KEY ("team_id") REFERENCES "teams" ("id") ON DELETE CASCADE: FOREIGN KEY ("team_id") REFERENCES "teams" ("id") ON DELETE CASCADE
--   add-foreign-key foreign-keys.FOREIGN KEY ("team_id") REFERENCES "teams" ("id") ON DELETE SET NULL: FOREIGN KEY ("team_id") REFERENCES "teams" ("id") ON DELETE SET NULL

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a foreign key is dropped
--    ! correctness, adds-foreign-key: fails when a row of users refers to no row of teams
CREATE TABLE "_schema_sync_41d40da9_own_violations_users" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('users') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_1269845a_users" (
  "id" INTEGER PRIMARY KEY,
  "team_id" INTEGER REFERENCES "teams" ("id") ON DELETE SET NULL
);
INSERT INTO "_schema_sync_1269845a_users" ("id", "team_id")
SELECT "id", "team_id"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_1269845a_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_1269845a_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_1269845a_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of users
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('users') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_41d40da9_own_violations_users" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_41d40da9_own_violations_users";

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a foreign key is dropped
--    ! correctness, adds-foreign-key: fails when a row of users refers to no row of teams
CREATE TABLE "_schema_sync_df29c7b1_own_violations_users" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('users') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_3f74fbc4_users" (
  "id" INTEGER PRIMARY KEY,
  "team_id" INTEGER REFERENCES "teams" ("id") ON DELETE CASCADE
);
INSERT INTO "_schema_sync_3f74fbc4_users" ("id", "team_id")
SELECT "id", "team_id"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_3f74fbc4_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_3f74fbc4_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_3f74fbc4_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of users
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('users') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_df29c7b1_own_violations_users" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_df29c7b1_own_violations_users";
