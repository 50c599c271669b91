-- alter table:users
--   change-default columns.state.default: 'New' → 'new'
--   drop-check checks.CHECK (state <> 'x  y'): CHECK (state <> 'x  y')
--   add-check checks.CHECK (state <> 'x y'): CHECK (state <> 'x y')

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a check is dropped
--    ! correctness, adds-check: fails when a row of users does not satisfy state <> 'x y'
--    ! correctness, ends-guarantee: rows of users need not satisfy state <> 'x  y' from then on
CREATE TABLE "_schema_sync_f744fa7e_users" (
  "id" INTEGER PRIMARY KEY,
  "state" TEXT DEFAULT 'new' CHECK (state <> 'x y')
);
INSERT INTO "_schema_sync_f744fa7e_users" ("id", "state")
SELECT "id", "state"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_f744fa7e_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_f744fa7e_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_f744fa7e_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a check is dropped
--    ! correctness, adds-check: fails when a row of users does not satisfy state <> 'x  y'
--    ! correctness, ends-guarantee: rows of users need not satisfy state <> 'x y' from then on
CREATE TABLE "_schema_sync_cc44d941_users" (
  "id" INTEGER PRIMARY KEY,
  "state" TEXT DEFAULT 'New' CHECK (state <> 'x  y')
);
INSERT INTO "_schema_sync_cc44d941_users" ("id", "state")
SELECT "id", "state"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_cc44d941_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_cc44d941_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_cc44d941_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
