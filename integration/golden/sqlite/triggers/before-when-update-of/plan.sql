-- replace trigger:guard: SQLite cannot alter a trigger

-- ==== up ====
-- batch, all or nothing

-- 1. drop trigger guard (replace trigger:guard)
DROP TRIGGER "guard";

-- 2. create trigger guard (replace trigger:guard)
CREATE TRIGGER "guard" BEFORE UPDATE OF "email", "name" ON "users" FOR EACH ROW
WHEN new.email IS NOT old.email BEGIN
  SELECT CASE WHEN new.email IS NULL THEN raise(ABORT, 'an address; please') END;
END;

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger guard (replace trigger:guard)
DROP TRIGGER "guard";

-- 2. create trigger guard (replace trigger:guard)
CREATE TRIGGER "guard" BEFORE UPDATE ON "users" FOR EACH ROW
BEGIN
  SELECT raise(ABORT, 'no');
END;
