-- alter table:teams
--   drop-column columns.code: "code" TEXT UNIQUE
--   drop-unique uniques.UNIQUE ("code"): UNIQUE ("code")
-- alter table:users
--   drop-foreign-key foreign-keys.FOREIGN KEY ("team_code") REFERENCES "teams" ("code"): FOREIGN KEY ("team_code") REFERENCES "teams" ("code")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table teams (alter table:teams)
--    ! data-loss, drops-column: drops column teams.code with all of its values [irreversible]
--    ! rewrite, rebuilds-table: copies table teams row by row into a new one, because a unique constraint is dropped
CREATE TABLE "_schema_sync_2796a96b_teams" (
  "id" INTEGER PRIMARY KEY
);
INSERT INTO "_schema_sync_2796a96b_teams" ("id")
SELECT "id"
FROM "teams";
-- must find nothing: the rebuild of teams would lose rows
SELECT (SELECT count(*) FROM "teams") AS "before", (SELECT count(*) FROM "_schema_sync_2796a96b_teams") AS "after"
WHERE (SELECT count(*) FROM "teams") <> (SELECT count(*) FROM "_schema_sync_2796a96b_teams");
DROP TABLE "teams";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_2796a96b_teams" RENAME TO "teams";
PRAGMA legacy_alter_table = OFF;

-- 2. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a foreign key is dropped
--    ! correctness, ends-guarantee: rows of users can hold team_code that no row of teams has from then on
CREATE TABLE "_schema_sync_55372797_users" (
  "id" INTEGER PRIMARY KEY,
  "team_code" TEXT
);
INSERT INTO "_schema_sync_55372797_users" ("id", "team_code")
SELECT "id", "team_code"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_55372797_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_55372797_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_55372797_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- The way down does not bring back:
--   alter table:teams: drops column teams.code with all of its values

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table teams (alter table:teams)
--    ! rewrite, rebuilds-table: copies table teams row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of teams have the same code
CREATE TABLE "_schema_sync_85cae4b4_teams" (
  "id" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE
);
INSERT INTO "_schema_sync_85cae4b4_teams" ("id")
SELECT "id"
FROM "teams";
-- must find nothing: the rebuild of teams would lose rows
SELECT (SELECT count(*) FROM "teams") AS "before", (SELECT count(*) FROM "_schema_sync_85cae4b4_teams") AS "after"
WHERE (SELECT count(*) FROM "teams") <> (SELECT count(*) FROM "_schema_sync_85cae4b4_teams");
DROP TABLE "teams";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_85cae4b4_teams" RENAME TO "teams";
PRAGMA legacy_alter_table = OFF;

-- 2. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a foreign key is added
--    ! correctness, adds-foreign-key: fails when a row of users refers to no row of teams
CREATE TABLE "_schema_sync_fde9fc8a_users" (
  "id" INTEGER PRIMARY KEY,
  "team_code" TEXT REFERENCES "teams" ("code")
);
INSERT INTO "_schema_sync_fde9fc8a_users" ("id", "team_code")
SELECT "id", "team_code"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_fde9fc8a_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_fde9fc8a_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_fde9fc8a_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of users
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('users') GROUP BY 1, 2, 3
LIMIT 20;
