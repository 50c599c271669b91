-- alter postgres/composite-type:pair
--   rename-attribute attributes.c: b → c

-- ==== up ====
-- batch, all or nothing

-- 1. rename attribute b of composite type pair to c (alter postgres/composite-type:pair)
--    ! correctness, breaks-clients: renames attribute pair.b to c: statements that still say pair.b fail from then on
ALTER TYPE public.pair RENAME ATTRIBUTE b TO c;

-- ==== down ====
-- batch, all or nothing

-- 1. rename attribute c of composite type pair to b (alter postgres/composite-type:pair)
--    ! correctness, breaks-clients: renames attribute pair.c to b: statements that still say pair.c fail from then on
ALTER TYPE public.pair RENAME ATTRIBUTE c TO b;
