-- alter table:users
--   change-not-null columns.email.not-null: CONSTRAINT "needed" NOT NULL → CONSTRAINT "really needed" NOT NULL

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because email becomes NOT NULL
CREATE TABLE "_schema_sync_31f28613_users" (
  "id" INTEGER CONSTRAINT "the key" PRIMARY KEY,
  "email" TEXT CONSTRAINT "really needed" NOT NULL CONSTRAINT "once" UNIQUE
);
INSERT INTO "_schema_sync_31f28613_users" ("id", "email")
SELECT "id", "email"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_31f28613_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_31f28613_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_31f28613_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because email becomes NOT NULL
CREATE TABLE "_schema_sync_9ed4e3ff_users" (
  "id" INTEGER CONSTRAINT "the key" PRIMARY KEY,
  "email" TEXT CONSTRAINT "needed" NOT NULL CONSTRAINT "once" UNIQUE
);
INSERT INTO "_schema_sync_9ed4e3ff_users" ("id", "email")
SELECT "id", "email"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_9ed4e3ff_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_9ed4e3ff_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_9ed4e3ff_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
