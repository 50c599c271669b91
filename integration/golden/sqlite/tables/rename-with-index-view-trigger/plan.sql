-- rename table:users from table:people
-- replace trigger:count_changes: SQLite cannot alter a trigger
-- replace view:addresses: SQLite cannot alter a view

-- ==== up ====
-- batch, all or nothing

-- 1. drop trigger count_changes (replace trigger:count_changes)
DROP TRIGGER "count_changes";

-- 2. drop view addresses (replace view:addresses)
DROP VIEW "addresses";

-- 3. rename table people to users (rename table:users)
--    ! correctness, breaks-clients: renames table people to users: statements that use the old name fail from then on
ALTER TABLE "people" RENAME TO "users";

-- 4. create trigger count_changes (replace trigger:count_changes)
CREATE TRIGGER "count_changes" AFTER UPDATE OF "email" ON "users" FOR EACH ROW
BEGIN
  UPDATE users SET changes = changes + 1 WHERE id = new.id;
END;

-- 5. create view addresses (replace view:addresses)
CREATE VIEW "addresses" AS
SELECT email FROM users WHERE email IS NOT NULL;

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger count_changes (replace trigger:count_changes)
DROP TRIGGER "count_changes";

-- 2. drop view addresses (replace view:addresses)
DROP VIEW "addresses";

-- 3. rename table users to people (rename table:people)
--    ! correctness, breaks-clients: renames table users to people: statements that use the old name fail from then on
ALTER TABLE "users" RENAME TO "people";

-- 4. create trigger count_changes (replace trigger:count_changes)
CREATE TRIGGER "count_changes" AFTER UPDATE OF "email" ON "people" FOR EACH ROW
BEGIN
  UPDATE people SET changes = changes + 1 WHERE id = new.id;
END;

-- 5. create view addresses (replace view:addresses)
CREATE VIEW "addresses" AS
SELECT email FROM people WHERE email IS NOT NULL;
