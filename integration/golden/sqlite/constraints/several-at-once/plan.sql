-- alter table:users
--   change-not-null columns.email.not-null: NULL → NOT NULL
--   add-unique uniques.UNIQUE ("email"): UNIQUE ("email")
--   add-check checks.CHECK (age >= 18): CHECK (age >= 18)
--   add-foreign-key foreign-keys.FOREIGN KEY ("team_id") REFERENCES "teams" ("id") ON DELETE CASCADE: FOREIGN KEY ("team_id") REFERENCES "teams" ("id") ON DELETE CASCADE

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! correctness, adds-not-null: fails when a row of users has no value in email
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of users have the same email
--    ! correctness, adds-check: fails when a row of users does not satisfy age >= 18
--    ! correctness, adds-foreign-key: fails when a row of users refers to no row of teams
CREATE TABLE "_schema_sync_da432f07_users" (
  "id" INTEGER PRIMARY KEY,
  "team_id" INTEGER REFERENCES "teams" ("id") ON DELETE CASCADE,
  "email" TEXT NOT NULL UNIQUE,
  "age" INTEGER CHECK (age >= 18)
);
INSERT INTO "_schema_sync_da432f07_users" ("id", "team_id", "email", "age")
SELECT "id", "team_id", "email", "age"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_da432f07_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_da432f07_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_da432f07_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of users
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('users') GROUP BY 1, 2, 3
LIMIT 20;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of users can have the same email from then on
--    ! correctness, ends-guarantee: rows of users need not satisfy age >= 18 from then on
--    ! correctness, ends-guarantee: rows of users can hold team_id that no row of teams has from then on
--    ! correctness, ends-guarantee: rows of users can have no email from then on
CREATE TABLE "_schema_sync_902cacec_users" (
  "id" INTEGER PRIMARY KEY,
  "team_id" INTEGER,
  "email" TEXT,
  "age" INTEGER
);
INSERT INTO "_schema_sync_902cacec_users" ("id", "team_id", "email", "age")
SELECT "id", "team_id", "email", "age"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_902cacec_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_902cacec_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_902cacec_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
