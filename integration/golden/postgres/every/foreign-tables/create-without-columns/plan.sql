-- create postgres/foreign-table:we"ird Näme

-- ==== up ====
-- batch, all or nothing

-- 1. create foreign table we"ird Näme (create postgres/foreign-table:we"ird Näme)
CREATE FOREIGN TABLE public."we""ird Näme" () SERVER far;

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign table we"ird Näme (drop postgres/foreign-table:we"ird Näme)
--    ! correctness, drops-foreign-table: drops foreign table we"ird Näme: statements that use it fail from then on
DROP FOREIGN TABLE public."we""ird Näme";
