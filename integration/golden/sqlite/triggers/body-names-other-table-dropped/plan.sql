-- drop table:log
-- drop trigger:users_log

-- ==== up ====
-- batch, all or nothing

-- 1. drop trigger users_log (drop trigger:users_log)
--    ! correctness, drops-trigger: drops trigger users_log: what it does AFTER INSERT on users is not done any more, and no statement fails for want of it
DROP TRIGGER "users_log";

-- 2. drop table log (drop table:log)
--    ! data-loss, drops-table: drops table log with all of its rows [irreversible]
DROP TABLE "log";

-- The way down does not bring back:
--   drop table:log: drops table log with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. create table log (create table:log)
CREATE TABLE "log" (
  "id" INTEGER PRIMARY KEY,
  "line" TEXT
);

-- 2. create trigger users_log (create trigger:users_log)
CREATE TRIGGER "users_log" AFTER INSERT ON "users" FOR EACH ROW
BEGIN
  INSERT INTO log (line) VALUES (new.email);
END;
