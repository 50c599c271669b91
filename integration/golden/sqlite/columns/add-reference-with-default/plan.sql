-- alter table:users
--   add-column columns.team_id: "team_id" INTEGER NOT NULL DEFAULT 1 REFERENCES "teams" ("id")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because team_id is added as a foreign key with a default
--    ! correctness, adds-foreign-key: fails when a row of users refers to no row of teams
CREATE TABLE "_schema_sync_23ccd135_users" (
  "id" INTEGER PRIMARY KEY,
  "team_id" INTEGER NOT NULL DEFAULT 1 REFERENCES "teams" ("id")
);
INSERT INTO "_schema_sync_23ccd135_users" ("id")
SELECT "id"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_23ccd135_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_23ccd135_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_23ccd135_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of users
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('users') GROUP BY 1, 2, 3
LIMIT 20;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column users.team_id (alter table:users)
--    ! data-loss, drops-column: drops column users.team_id with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "team_id";
