-- alter table:users
--   add-column columns.domain: "domain" TEXT GENERATED ALWAYS AS (substr(email, instr(email, '@') + 1)) STORED

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because domain is added as a stored generated column
CREATE TABLE "_schema_sync_1b4f5c94_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT,
  "domain" TEXT GENERATED ALWAYS AS (substr(email, instr(email, '@') + 1)) STORED
);
INSERT INTO "_schema_sync_1b4f5c94_users" ("id", "email")
SELECT "id", "email"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_1b4f5c94_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_1b4f5c94_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_1b4f5c94_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column users.domain (alter table:users)
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "domain";
