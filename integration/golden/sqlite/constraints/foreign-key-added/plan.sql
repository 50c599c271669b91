-- alter table:users
--   add-foreign-key foreign-keys.FOREIGN KEY ("team_id") REFERENCES "teams" ("id"): FOREIGN KEY ("team_id") REFERENCES "teams" ("id")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a foreign key is added
--    ! correctness, adds-foreign-key: fails when a row of users refers to no row of teams
CREATE TABLE "_schema_sync_9a0d8873_users" (
  "id" INTEGER PRIMARY KEY,
  "team_id" INTEGER REFERENCES "teams" ("id")
);
INSERT INTO "_schema_sync_9a0d8873_users" ("id", "team_id")
SELECT "id", "team_id"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_9a0d8873_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_9a0d8873_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_9a0d8873_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of users
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('users') GROUP BY 1, 2, 3
LIMIT 20;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a foreign key is dropped
--    ! correctness, ends-guarantee: rows of users can hold team_id that no row of teams has from then on
CREATE TABLE "_schema_sync_914c3be3_users" (
  "id" INTEGER PRIMARY KEY,
  "team_id" INTEGER
);
INSERT INTO "_schema_sync_914c3be3_users" ("id", "team_id")
SELECT "id", "team_id"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_914c3be3_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_914c3be3_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_914c3be3_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
