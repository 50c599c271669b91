-- rename table:readings from table:m

-- ==== up ====
-- batch, all or nothing

-- 1. rename table m to readings (rename table:readings)
--    ! correctness, breaks-clients: renames table m to readings: statements that still say m fail from then on
ALTER TABLE public.m RENAME TO readings;

-- ==== down ====
-- batch, all or nothing

-- 1. rename table readings to m (rename table:m)
--    ! correctness, breaks-clients: renames table readings to m: statements that still say readings fail from then on
ALTER TABLE public.readings RENAME TO m;
