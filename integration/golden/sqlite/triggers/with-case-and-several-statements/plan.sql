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
DROP TRIGGER "users_watch";
