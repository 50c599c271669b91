-- rename table:all_things from table:things
-- drop view:all_things
-- create view:things

-- ==== up ====
-- batch, all or nothing

-- 1. drop view all_things (drop view:all_things)
DROP VIEW "all_things";

-- 2. rename table things to all_things (rename table:all_things)
--    ! correctness, breaks-clients: renames table things to all_things: statements that use the old name fail from then on
ALTER TABLE "things" RENAME TO "all_things";

-- 3. create view things (create view:things)
CREATE VIEW "things" AS
SELECT id FROM all_things;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view things (drop view:things)
DROP VIEW "things";

-- 2. rename table all_things to things (rename table:things)
--    ! correctness, breaks-clients: renames table all_things to things: statements that use the old name fail from then on
ALTER TABLE "all_things" RENAME TO "things";

-- 3. create view all_things (create view:all_things)
CREATE VIEW "all_things" AS
SELECT id FROM things;
