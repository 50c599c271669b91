-- alter table:users
--   drop-column columns.email: "email" TEXT
-- replace trigger:users_log: SQLite cannot alter a trigger

-- ==== up ====
-- batch, all or nothing

-- 1. drop trigger users_log (replace trigger:users_log)
DROP TRIGGER "users_log";

-- 2. drop column users.email (alter table:users)
--    ! data-loss, drops-column: drops column users.email with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "email";

-- 3. create trigger users_log (replace trigger:users_log)
CREATE TRIGGER "users_log" AFTER UPDATE ON "users" FOR EACH ROW
BEGIN
  INSERT INTO log VALUES (new.name);
END;

-- The way down does not bring back:
--   alter table:users: drops column users.email with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger users_log (replace trigger:users_log)
DROP TRIGGER "users_log";

-- 2. add column users.email (alter table:users)
ALTER TABLE "users" ADD COLUMN "email" TEXT;

-- 3. create trigger users_log (replace trigger:users_log)
CREATE TRIGGER "users_log" AFTER UPDATE ON "users" FOR EACH ROW
BEGIN
  INSERT INTO log VALUES (old.email || new.name);
END;
