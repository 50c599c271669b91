-- alter postgres/composite-type:point3
--   rename-attribute attributes.length: x → length

-- ==== up ====
-- batch, all or nothing

-- 1. rename attribute x of composite type point3 to length (alter postgres/composite-type:point3)
--    ! correctness, breaks-clients: renames attribute point3.x to length: statements that still say point3.x fail from then on
ALTER TYPE public.point3 RENAME ATTRIBUTE x TO length CASCADE;

-- ==== down ====
-- batch, all or nothing

-- 1. rename attribute length of composite type point3 to x (alter postgres/composite-type:point3)
--    ! correctness, breaks-clients: renames attribute point3.length to x: statements that still say point3.length fail from then on
ALTER TYPE public.point3 RENAME ATTRIBUTE length TO x CASCADE;
