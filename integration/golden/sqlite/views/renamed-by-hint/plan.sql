-- rename view:contacts from view:addresses

-- ==== up ====
-- batch, all or nothing

-- 1. rename view addresses to contacts (rename view:contacts)
DROP VIEW "addresses";
CREATE VIEW "contacts" AS
SELECT email FROM users;

-- ==== down ====
-- batch, all or nothing

-- 1. rename view contacts to addresses (rename view:addresses)
DROP VIEW "contacts";
CREATE VIEW "addresses" AS
SELECT email FROM users;
