-- create view:contacts

-- ==== up ====
-- batch, all or nothing

-- 1. create view contacts (create view:contacts)
CREATE VIEW "contacts" AS
SELECT id, email FROM users;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view contacts (drop view:contacts)
DROP VIEW "contacts";
