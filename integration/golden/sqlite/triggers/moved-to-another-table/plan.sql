-- replace trigger:watch: it belongs to table:b now

-- ==== up ====
-- batch, all or nothing

-- 1. drop trigger watch (replace trigger:watch)
DROP TRIGGER "watch";

-- 2. create trigger watch (replace trigger:watch)
CREATE TRIGGER "watch" AFTER INSERT ON "b" FOR EACH ROW
BEGIN
  INSERT INTO log VALUES ('a');
END;

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger watch (replace trigger:watch)
DROP TRIGGER "watch";

-- 2. create trigger watch (replace trigger:watch)
CREATE TRIGGER "watch" AFTER INSERT ON "a" FOR EACH ROW
BEGIN
  INSERT INTO log VALUES ('a');
END;
