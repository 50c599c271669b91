-- alter table:users
--   add-unique uniques.UNIQUE ("email"): UNIQUE ("email")
-- replace trigger:users_come: it cannot stay while table:users is altered
-- replace trigger:users_gone: it cannot stay while table:users is altered

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop trigger users_come (replace trigger:users_come)
DROP TRIGGER "users_come";

-- 2. drop trigger users_gone (replace trigger:users_gone)
DROP TRIGGER "users_gone";

-- 3. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of users have the same email
CREATE TABLE "_schema_sync_b6e20462_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT UNIQUE
);
INSERT INTO "_schema_sync_b6e20462_users" ("id", "email")
SELECT "id", "email"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_b6e20462_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_b6e20462_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_b6e20462_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- 4. create trigger users_come (replace trigger:users_come)
CREATE TRIGGER "users_come" AFTER INSERT ON "users" FOR EACH ROW
BEGIN
  INSERT INTO log VALUES ('come ' || new.email);
END;

-- 5. create trigger users_gone (replace trigger:users_gone)
CREATE TRIGGER "users_gone" AFTER DELETE ON "users" FOR EACH ROW
BEGIN
  INSERT INTO log VALUES ('gone ' || old.email);
END;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop trigger users_come (replace trigger:users_come)
DROP TRIGGER "users_come";

-- 2. drop trigger users_gone (replace trigger:users_gone)
DROP TRIGGER "users_gone";

-- 3. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of users can have the same email from then on
CREATE TABLE "_schema_sync_926f4354_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT
);
INSERT INTO "_schema_sync_926f4354_users" ("id", "email")
SELECT "id", "email"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_926f4354_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_926f4354_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_926f4354_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- 4. create trigger users_come (replace trigger:users_come)
CREATE TRIGGER "users_come" AFTER INSERT ON "users" FOR EACH ROW
BEGIN
  INSERT INTO log VALUES ('come ' || new.email);
END;

-- 5. create trigger users_gone (replace trigger:users_gone)
CREATE TRIGGER "users_gone" AFTER DELETE ON "users" FOR EACH ROW
BEGIN
  INSERT INTO log VALUES ('gone ' || old.email);
END;
