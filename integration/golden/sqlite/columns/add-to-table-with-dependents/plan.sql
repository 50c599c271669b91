-- alter table:users
--   add-column columns.name: "name" TEXT

-- ==== up ====
-- batch, all or nothing

-- 1. add column users.name (alter table:users)
ALTER TABLE "users" ADD COLUMN "name" TEXT;

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger users_lower (replace trigger:users_lower)
DROP TRIGGER "users_lower";

-- 2. drop view everybody (replace view:everybody)
DROP VIEW "everybody";

-- 3. drop column users.name (alter table:users)
--    ! data-loss, drops-column: drops column users.name with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "name";

-- 4. create trigger users_lower (replace trigger:users_lower)
CREATE TRIGGER "users_lower" AFTER INSERT ON "users" FOR EACH ROW
BEGIN
  UPDATE users SET email = lower(email) WHERE id = new.id;
END;

-- 5. create view everybody (replace view:everybody)
CREATE VIEW "everybody" AS
SELECT * FROM users;
