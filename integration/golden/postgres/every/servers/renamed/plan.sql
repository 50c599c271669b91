-- rename postgres/server:we"ird Näme from postgres/server:far

-- ==== up ====
-- batch, all or nothing

-- 1. rename foreign server far to we"ird Näme (rename postgres/server:we"ird Näme)
--    ! correctness, breaks-clients: renames foreign server far to we"ird Näme: statements that still say far fail from then on
ALTER SERVER far RENAME TO "we""ird Näme";

-- ==== down ====
-- batch, all or nothing

-- 1. rename foreign server we"ird Näme to far (rename postgres/server:far)
--    ! correctness, breaks-clients: renames foreign server we"ird Näme to far: statements that still say we"ird Näme fail from then on
ALTER SERVER "we""ird Näme" RENAME TO far;
