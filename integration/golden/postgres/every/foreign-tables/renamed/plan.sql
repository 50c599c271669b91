-- rename postgres/foreign-table:select from postgres/foreign-table:ft

-- ==== up ====
-- batch, all or nothing

-- 1. rename foreign table ft to select (rename postgres/foreign-table:select)
--    ! correctness, breaks-clients: renames foreign table ft to select: statements that still say ft fail from then on
ALTER FOREIGN TABLE public.ft RENAME TO "select";

-- ==== down ====
-- batch, all or nothing

-- 1. rename foreign table select to ft (rename postgres/foreign-table:ft)
--    ! correctness, breaks-clients: renames foreign table select to ft: statements that still say select fail from then on
ALTER FOREIGN TABLE public."select" RENAME TO ft;
