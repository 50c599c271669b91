-- create view:a
-- create view:b
-- create view:c

-- ==== up ====
-- batch, all or nothing

-- 1. create view a (create view:a)
CREATE VIEW "a" AS
SELECT email FROM users;

-- 2. create view b (create view:b)
CREATE VIEW "b" AS
SELECT email FROM a;

-- 3. create view c (create view:c)
CREATE VIEW "c" AS
SELECT email FROM b;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view c (drop view:c)
--    ! correctness, drops-view: drops view c: statements that use it fail from then on
DROP VIEW "c";

-- 2. drop view b (drop view:b)
--    ! correctness, drops-view: drops view b: statements that use it fail from then on
DROP VIEW "b";

-- 3. drop view a (drop view:a)
--    ! correctness, drops-view: drops view a: statements that use it fail from then on
DROP VIEW "a";
