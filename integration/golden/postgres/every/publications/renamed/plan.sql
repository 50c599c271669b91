-- rename postgres/publication:we"ird Näme from postgres/publication:p

-- ==== up ====
-- batch, all or nothing

-- 1. rename publication p to we"ird Näme (rename postgres/publication:we"ird Näme)
--    ! correctness, breaks-clients: renames publication p to we"ird Näme: statements that still say p fail from then on
ALTER PUBLICATION p RENAME TO "we""ird Näme";

-- ==== down ====
-- batch, all or nothing

-- 1. rename publication we"ird Näme to p (rename postgres/publication:p)
--    ! correctness, breaks-clients: renames publication we"ird Näme to p: statements that still say we"ird Näme fail from then on
ALTER PUBLICATION "we""ird Näme" RENAME TO p;
