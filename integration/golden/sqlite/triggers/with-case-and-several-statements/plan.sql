-- create trigger:users_watch

-- ==== up ====
-- batch, all or nothing

-- 1. create trigger users_watch (create trigger:users_watch)
CREATE TRIGGER "users_watch" AFTER UPDATE ON "users" FOR EACH ROW
BEGIN
  INSERT INTO log VALUES (CASE WHEN new.level > old.level THEN 'up; up' ELSE 'down' END);
  INSERT INTO log SELECT CASE new.level WHEN 1 THEN 'one' END WHERE new.level = 1;
  DELETE FROM log WHERE line IS NULL;
END;

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger users_watch (drop trigger:users_watch)
--    ! correctness, drops-trigger: drops trigger users_watch: what it does AFTER UPDATE on users is not done any more, and no statement fails for want of it
DROP TRIGGER "users_watch";
