-- replace trigger:contacts_write: it cannot stay while view:contacts is replaced
-- replace view:contacts: SQLite cannot alter a view

-- ==== up ====
-- batch, all or nothing

-- 1. drop view contacts (replace view:contacts)
DROP VIEW "contacts";

-- 2. create view contacts (replace view:contacts)
CREATE VIEW "contacts" AS
SELECT id, email FROM users WHERE email IS NOT NULL;

-- 3. create trigger contacts_write (replace trigger:contacts_write)
CREATE TRIGGER "contacts_write" INSTEAD OF UPDATE ON "contacts" FOR EACH ROW
BEGIN
  UPDATE users SET email = new.email WHERE id = old.id;
END;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view contacts (replace view:contacts)
DROP VIEW "contacts";

-- 2. create view contacts (replace view:contacts)
CREATE VIEW "contacts" AS
SELECT id, email FROM users;

-- 3. create trigger contacts_write (replace trigger:contacts_write)
CREATE TRIGGER "contacts_write" INSTEAD OF UPDATE ON "contacts" FOR EACH ROW
BEGIN
  UPDATE users SET email = new.email WHERE id = old.id;
END;
