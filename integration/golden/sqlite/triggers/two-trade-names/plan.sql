-- replace trigger:a: SQLite cannot alter a trigger
-- replace trigger:b: SQLite cannot alter a trigger

-- ==== up ====
-- batch, all or nothing

-- 1. drop trigger a (replace trigger:a)
DROP TRIGGER "a";

-- 2. drop trigger b (replace trigger:b)
DROP TRIGGER "b";

-- 3. create trigger a (replace trigger:a)
CREATE TRIGGER "a" AFTER DELETE ON "t" FOR EACH ROW
BEGIN
  UPDATE t SET n = 2;
END;

-- 4. create trigger b (replace trigger:b)
CREATE TRIGGER "b" AFTER INSERT ON "t" FOR EACH ROW
BEGIN
  UPDATE t SET n = 1 WHERE id = new.id;
END;

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger a (replace trigger:a)
DROP TRIGGER "a";

-- 2. drop trigger b (replace trigger:b)
DROP TRIGGER "b";

-- 3. create trigger a (replace trigger:a)
CREATE TRIGGER "a" AFTER INSERT ON "t" FOR EACH ROW
BEGIN
  UPDATE t SET n = 1 WHERE id = new.id;
END;

-- 4. create trigger b (replace trigger:b)
CREATE TRIGGER "b" AFTER DELETE ON "t" FOR EACH ROW
BEGIN
  UPDATE t SET n = 2;
END;
