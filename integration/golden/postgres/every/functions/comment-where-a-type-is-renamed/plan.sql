-- rename postgres/enum:feeling from postgres/enum:mood

-- ==== up ====
-- batch, all or nothing

-- 1. rename enum mood to feeling (rename postgres/enum:feeling)
--    ! correctness, breaks-clients: renames enum mood to feeling: statements that still say mood fail from then on
ALTER TYPE public.mood RENAME TO feeling;

-- ==== down ====
-- batch, all or nothing

-- 1. rename enum feeling to mood (rename postgres/enum:mood)
--    ! correctness, breaks-clients: renames enum feeling to mood: statements that still say feeling fail from then on
ALTER TYPE public.feeling RENAME TO mood;
