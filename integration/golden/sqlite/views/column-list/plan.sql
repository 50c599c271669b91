-- replace view:contacts: SQLite cannot alter a view

-- ==== up ====
-- batch, all or nothing

-- 1. drop view contacts (replace view:contacts)
DROP VIEW "contacts";

-- 2. create view contacts (replace view:contacts)
CREATE VIEW "contacts" ("number", "address") AS
SELECT id, email FROM users;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view contacts (replace view:contacts)
DROP VIEW "contacts";

-- 2. create view contacts (replace view:contacts)
CREATE VIEW "contacts" ("address") AS
SELECT email FROM users;
