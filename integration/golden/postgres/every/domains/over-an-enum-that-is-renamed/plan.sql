-- rename postgres/enum:humour from postgres/enum:mood

-- ==== up ====
-- batch, all or nothing

-- 1. rename enum mood to humour (rename postgres/enum:humour)
--    ! correctness, breaks-clients: renames enum mood to humour: statements that still say mood fail from then on
ALTER TYPE public.mood RENAME TO humour;

-- ==== down ====
-- batch, all or nothing

-- 1. rename enum humour to mood (rename postgres/enum:mood)
--    ! correctness, breaks-clients: renames enum humour to mood: statements that still say humour fail from then on
ALTER TYPE public.humour RENAME TO mood;
