-- rename view:contacts from view:addresses

-- ==== up ====
-- batch, all or nothing

-- 1. rename view addresses to contacts (rename view:contacts)
--    ! correctness, breaks-clients: renames view addresses to contacts: statements that use the old name fail from then on
DROP VIEW "addresses";
CREATE VIEW "contacts" AS
SELECT email FROM users;

-- ==== down ====
-- batch, all or nothing

-- 1. rename view contacts to addresses (rename view:addresses)
--    ! correctness, breaks-clients: renames view contacts to addresses: statements that use the old name fail from then on
DROP VIEW "contacts";
CREATE VIEW "addresses" AS
SELECT email FROM users;
