-- rename postgres/server:order from postgres/server:far

-- ==== up ====
-- batch, all or nothing

-- 1. rename foreign server far to order (rename postgres/server:order)
--    ! correctness, breaks-clients: renames foreign server far to order: statements that still say far fail from then on
ALTER SERVER far RENAME TO "order";

-- ==== down ====
-- batch, all or nothing

-- 1. rename foreign server order to far (rename postgres/server:far)
--    ! correctness, breaks-clients: renames foreign server order to far: statements that still say order fail from then on
ALTER SERVER "order" RENAME TO far;
