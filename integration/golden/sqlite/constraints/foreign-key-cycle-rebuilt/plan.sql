-- alter table:teams
--   add-unique uniques.UNIQUE ("name"): UNIQUE ("name")
-- alter table:users
--   add-unique uniques.UNIQUE ("name"): UNIQUE ("name")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of users have the same name
CREATE TABLE "_schema_sync_a9522fd5_violations_users" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('users') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_2217ad2b_violations_teams" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('teams') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_81ebc5ed_users" (
  "id" INTEGER PRIMARY KEY,
  "team_id" INTEGER REFERENCES "teams" ("id") ON DELETE CASCADE,
  "name" TEXT UNIQUE
);
INSERT INTO "_schema_sync_81ebc5ed_users" ("id", "team_id", "name")
SELECT "id", "team_id", "name"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_81ebc5ed_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_81ebc5ed_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_81ebc5ed_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- 2. rebuild table teams (alter table:teams)
--    ! rewrite, rebuilds-table: copies table teams row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of teams have the same name
CREATE TABLE "_schema_sync_40f32495_teams" (
  "id" INTEGER PRIMARY KEY,
  "owner_id" INTEGER REFERENCES "users" ("id") ON DELETE CASCADE,
  "name" TEXT UNIQUE
);
INSERT INTO "_schema_sync_40f32495_teams" ("id", "owner_id", "name")
SELECT "id", "owner_id", "name"
FROM "teams";
-- must find nothing: the rebuild of teams would lose rows
SELECT (SELECT count(*) FROM "teams") AS "before", (SELECT count(*) FROM "_schema_sync_40f32495_teams") AS "after"
WHERE (SELECT count(*) FROM "teams") <> (SELECT count(*) FROM "_schema_sync_40f32495_teams");
DROP TABLE "teams";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_40f32495_teams" RENAME TO "teams";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of teams
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('teams') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_2217ad2b_violations_teams" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_2217ad2b_violations_teams";
-- must find nothing: rows would refer to nothing after the rebuild of teams
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('users') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_a9522fd5_violations_users" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_a9522fd5_violations_users";

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of users can have the same name from then on
CREATE TABLE "_schema_sync_e28c61a7_violations_users" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('users') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_85523e8e_violations_teams" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('teams') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_a6b02112_users" (
  "id" INTEGER PRIMARY KEY,
  "team_id" INTEGER REFERENCES "teams" ("id") ON DELETE CASCADE,
  "name" TEXT
);
INSERT INTO "_schema_sync_a6b02112_users" ("id", "team_id", "name")
SELECT "id", "team_id", "name"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_a6b02112_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_a6b02112_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_a6b02112_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- 2. rebuild table teams (alter table:teams)
--    ! rewrite, rebuilds-table: copies table teams row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of teams can have the same name from then on
CREATE TABLE "_schema_sync_d46ca028_teams" (
  "id" INTEGER PRIMARY KEY,
  "owner_id" INTEGER REFERENCES "users" ("id") ON DELETE CASCADE,
  "name" TEXT
);
INSERT INTO "_schema_sync_d46ca028_teams" ("id", "owner_id", "name")
SELECT "id", "owner_id", "name"
FROM "teams";
-- must find nothing: the rebuild of teams would lose rows
SELECT (SELECT count(*) FROM "teams") AS "before", (SELECT count(*) FROM "_schema_sync_d46ca028_teams") AS "after"
WHERE (SELECT count(*) FROM "teams") <> (SELECT count(*) FROM "_schema_sync_d46ca028_teams");
DROP TABLE "teams";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_d46ca028_teams" RENAME TO "teams";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of teams
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('teams') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_85523e8e_violations_teams" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_85523e8e_violations_teams";
-- must find nothing: rows would refer to nothing after the rebuild of teams
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('users') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_e28c61a7_violations_users" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_e28c61a7_violations_users";
