-- replace index:users_by_age: it cannot stay while table:users is altered
-- replace index:users_by_domain: it cannot stay while table:users is altered
-- replace index:users_by_email: it cannot stay while table:users is altered
-- alter table:users
--   change-default columns.age.default: none → 0
-- replace trigger:users_log: it cannot stay while table:users is altered

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop index users_by_age (replace index:users_by_age)
DROP INDEX "users_by_age";

-- 2. drop index users_by_domain (replace index:users_by_domain)
DROP INDEX "users_by_domain";

-- 3. drop index users_by_email (replace index:users_by_email)
DROP INDEX "users_by_email";

-- 4. drop trigger users_log (replace trigger:users_log)
DROP TRIGGER "users_log";

-- 5. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the default of age changes
CREATE TABLE "_schema_sync_c2affba0_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT,
  "age" INTEGER DEFAULT 0
);
INSERT INTO "_schema_sync_c2affba0_users" ("id", "email", "age")
SELECT "id", "email", "age"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_c2affba0_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_c2affba0_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_c2affba0_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- 6. create index users_by_age (replace index:users_by_age)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "users_by_age" ON "users" ("age" DESC)
WHERE age > 0;

-- 7. create index users_by_domain (replace index:users_by_domain)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "users_by_domain" ON "users" (substr(email, instr(email, '@')));

-- 8. create index users_by_email (replace index:users_by_email)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE UNIQUE INDEX "users_by_email" ON "users" ("email");

-- 9. create trigger users_log (replace trigger:users_log)
CREATE TRIGGER "users_log" AFTER DELETE ON "users" FOR EACH ROW
BEGIN
  INSERT INTO log VALUES (old.email);
END;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop index users_by_age (replace index:users_by_age)
DROP INDEX "users_by_age";

-- 2. drop index users_by_domain (replace index:users_by_domain)
DROP INDEX "users_by_domain";

-- 3. drop index users_by_email (replace index:users_by_email)
DROP INDEX "users_by_email";

-- 4. drop trigger users_log (replace trigger:users_log)
DROP TRIGGER "users_log";

-- 5. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the default of age changes
CREATE TABLE "_schema_sync_718574b0_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT,
  "age" INTEGER
);
INSERT INTO "_schema_sync_718574b0_users" ("id", "email", "age")
SELECT "id", "email", "age"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_718574b0_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_718574b0_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_718574b0_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- 6. create index users_by_age (replace index:users_by_age)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "users_by_age" ON "users" ("age" DESC)
WHERE age > 0;

-- 7. create index users_by_domain (replace index:users_by_domain)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "users_by_domain" ON "users" (substr(email, instr(email, '@')));

-- 8. create index users_by_email (replace index:users_by_email)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE UNIQUE INDEX "users_by_email" ON "users" ("email");

-- 9. create trigger users_log (replace trigger:users_log)
CREATE TRIGGER "users_log" AFTER DELETE ON "users" FOR EACH ROW
BEGIN
  INSERT INTO log VALUES (old.email);
END;
