-- alter table:users
--   rename-column columns.email: mail → email
-- replace trigger:bare_column: it names what is not there
-- replace trigger:in_an_upsert: it names what is not there
-- replace trigger:new_column: it names what is not there
-- replace trigger:no_old_row: it names what is not there
-- replace trigger:values_of_others: it names what is not there

-- ==== up ====
-- batch, all or nothing

-- 1. drop trigger bare_column (replace trigger:bare_column)
DROP TRIGGER "bare_column";

-- 2. drop trigger in_an_upsert (replace trigger:in_an_upsert)
DROP TRIGGER "in_an_upsert";

-- 3. drop trigger new_column (replace trigger:new_column)
DROP TRIGGER "new_column";

-- 4. drop trigger no_old_row (replace trigger:no_old_row)
DROP TRIGGER "no_old_row";

-- 5. drop trigger values_of_others (replace trigger:values_of_others)
DROP TRIGGER "values_of_others";

-- 6. rename column mail to email in table users (alter table:users)
--    ! correctness, breaks-clients: renames column users.mail to email: statements that use the old name fail from then on
ALTER TABLE "users" RENAME COLUMN "mail" TO email;

-- 7. create trigger bare_column (replace trigger:bare_column)
CREATE TRIGGER "bare_column" BEFORE DELETE ON "log" FOR EACH ROW
BEGIN
  DELETE FROM log WHERE id = old.id AND gone = 1;
END;

-- 8. create trigger in_an_upsert (replace trigger:in_an_upsert)
CREATE TRIGGER "in_an_upsert" AFTER INSERT ON "log" FOR EACH ROW
BEGIN
  INSERT INTO log VALUES (new.id, 'again') ON CONFLICT (id) DO UPDATE SET line = excluded.gone;
END;

-- 9. create trigger new_column (replace trigger:new_column)
CREATE TRIGGER "new_column" AFTER INSERT ON "log" FOR EACH ROW
BEGIN
  SELECT new.gone;
END;

-- 10. create trigger no_old_row (replace trigger:no_old_row)
CREATE TRIGGER "no_old_row" AFTER INSERT ON "log" FOR EACH ROW
WHEN old.line IS NULL BEGIN
  SELECT 1;
END;

-- 11. create trigger values_of_others (replace trigger:values_of_others)
CREATE TRIGGER "values_of_others" AFTER UPDATE OF "line" ON "log" FOR EACH ROW
BEGIN
  UPDATE log SET line = other.gone FROM log AS other WHERE other.id IS NOT DISTINCT FROM old.id;
END;

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger bare_column (replace trigger:bare_column)
DROP TRIGGER "bare_column";

-- 2. drop trigger in_an_upsert (replace trigger:in_an_upsert)
DROP TRIGGER "in_an_upsert";

-- 3. drop trigger new_column (replace trigger:new_column)
DROP TRIGGER "new_column";

-- 4. drop trigger no_old_row (replace trigger:no_old_row)
DROP TRIGGER "no_old_row";

-- 5. drop trigger values_of_others (replace trigger:values_of_others)
DROP TRIGGER "values_of_others";

-- 6. rename column email to mail in table users (alter table:users)
--    ! correctness, breaks-clients: renames column users.email to mail: statements that use the old name fail from then on
ALTER TABLE "users" RENAME COLUMN "email" TO mail;

-- 7. create trigger bare_column (replace trigger:bare_column)
CREATE TRIGGER "bare_column" BEFORE DELETE ON "log" FOR EACH ROW
BEGIN
  DELETE FROM log WHERE id = old.id AND gone = 1;
END;

-- 8. create trigger in_an_upsert (replace trigger:in_an_upsert)
CREATE TRIGGER "in_an_upsert" AFTER INSERT ON "log" FOR EACH ROW
BEGIN
  INSERT INTO log VALUES (new.id, 'again') ON CONFLICT (id) DO UPDATE SET line = excluded.gone;
END;

-- 9. create trigger new_column (replace trigger:new_column)
CREATE TRIGGER "new_column" AFTER INSERT ON "log" FOR EACH ROW
BEGIN
  SELECT new.gone;
END;

-- 10. create trigger no_old_row (replace trigger:no_old_row)
CREATE TRIGGER "no_old_row" AFTER INSERT ON "log" FOR EACH ROW
WHEN old.line IS NULL BEGIN
  SELECT 1;
END;

-- 11. create trigger values_of_others (replace trigger:values_of_others)
CREATE TRIGGER "values_of_others" AFTER UPDATE OF "line" ON "log" FOR EACH ROW
BEGIN
  UPDATE log SET line = other.gone FROM log AS other WHERE other.id IS NOT DISTINCT FROM old.id;
END;
