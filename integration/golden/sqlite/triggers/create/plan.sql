-- create trigger:users_lower

-- ==== up ====
-- batch, all or nothing

-- 1. create trigger users_lower (create trigger:users_lower)
CREATE TRIGGER "users_lower" AFTER INSERT ON "users" FOR EACH ROW
BEGIN
  UPDATE users SET email = lower(email) WHERE id = new.id;
END;

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger users_lower (drop trigger:users_lower)
--    ! correctness, drops-trigger: drops trigger users_lower: what it does AFTER INSERT on users is not done any more, and no statement fails for want of it
DROP TRIGGER "users_lower";
