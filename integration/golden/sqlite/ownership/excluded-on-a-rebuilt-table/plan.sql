-- replace index:tmp_by_email: it cannot stay while table:users is altered
-- alter table:users
--   add-unique uniques.UNIQUE ("email"): UNIQUE ("email")
-- replace trigger:tmp_watch: it cannot stay while table:users is altered
-- left alone: index tmp_by_email: excluded by tmp_*
-- left alone: trigger tmp_watch: excluded by tmp_*
-- left alone: view tmp_report: excluded by tmp_*

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop index tmp_by_email (replace index:tmp_by_email)
DROP INDEX "tmp_by_email";

-- 2. drop trigger tmp_watch (replace trigger:tmp_watch)
DROP TRIGGER "tmp_watch";

-- 3. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of users have the same email
CREATE TABLE "_schema_sync_a5acd3b8_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT UNIQUE,
  "logins" INTEGER
);
INSERT INTO "_schema_sync_a5acd3b8_users" ("id", "email", "logins")
SELECT "id", "email", "logins"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_a5acd3b8_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_a5acd3b8_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_a5acd3b8_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- 4. create index tmp_by_email (replace index:tmp_by_email)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX tmp_by_email ON users (email) WHERE logins > 0;

-- 5. create trigger tmp_watch (replace trigger:tmp_watch)
CREATE TRIGGER tmp_watch AFTER INSERT ON users BEGIN INSERT INTO log VALUES (new.email); END;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop index tmp_by_email (replace index:tmp_by_email)
DROP INDEX "tmp_by_email";

-- 2. drop trigger tmp_watch (replace trigger:tmp_watch)
DROP TRIGGER "tmp_watch";

-- 3. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of users can have the same email from then on
CREATE TABLE "_schema_sync_705ecf90_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT,
  "logins" INTEGER
);
INSERT INTO "_schema_sync_705ecf90_users" ("id", "email", "logins")
SELECT "id", "email", "logins"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_705ecf90_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_705ecf90_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_705ecf90_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- 4. create index tmp_by_email (replace index:tmp_by_email)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX tmp_by_email ON users (email) WHERE logins > 0;

-- 5. create trigger tmp_watch (replace trigger:tmp_watch)
CREATE TRIGGER tmp_watch AFTER INSERT ON users BEGIN INSERT INTO log VALUES (new.email); END;
