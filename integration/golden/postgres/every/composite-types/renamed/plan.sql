-- rename postgres/composite-type:couple from postgres/composite-type:pair

-- ==== up ====
-- batch, all or nothing

-- 1. rename composite type pair to couple (rename postgres/composite-type:couple)
--    ! correctness, breaks-clients: renames composite type pair to couple: statements that still say pair fail from then on
ALTER TYPE public.pair RENAME TO couple;

-- ==== down ====
-- batch, all or nothing

-- 1. rename composite type couple to pair (rename postgres/composite-type:pair)
--    ! correctness, breaks-clients: renames composite type couple to pair: statements that still say couple fail from then on
ALTER TYPE public.couple RENAME TO pair;
