-- alter table:users
--   rename-column columns.email: mail → email
-- replace trigger:users_lower: SQLite cannot alter a trigger

-- ==== up ====
-- batch, all or nothing

-- 1. drop trigger users_lower (replace trigger:users_lower)
DROP TRIGGER "users_lower";

-- 2. rename column mail to email in table users (alter table:users)
--    ! correctness, breaks-clients: renames column users.mail to email: statements that use the old name fail from then on
ALTER TABLE "users" RENAME COLUMN "mail" TO email;

-- 3. create trigger users_lower (replace trigger:users_lower)
CREATE TRIGGER "users_lower" AFTER UPDATE OF "email" ON "users" FOR EACH ROW
WHEN new.email <> lower(new.email) BEGIN
  UPDATE users SET email = lower(new.email) WHERE id = new.id;
END;

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger users_lower (replace trigger:users_lower)
DROP TRIGGER "users_lower";

-- 2. rename column email to mail in table users (alter table:users)
--    ! correctness, breaks-clients: renames column users.email to mail: statements that use the old name fail from then on
ALTER TABLE "users" RENAME COLUMN "email" TO mail;

-- 3. create trigger users_lower (replace trigger:users_lower)
CREATE TRIGGER "users_lower" AFTER UPDATE OF "mail" ON "users" FOR EACH ROW
WHEN new.mail <> lower(new.mail) BEGIN
  UPDATE users SET mail = lower(new.mail) WHERE id = new.id;
END;
