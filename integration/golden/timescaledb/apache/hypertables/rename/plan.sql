-- rename table:readings from table:m
-- alter table:readings
--   rename-column columns.at: time → at

-- ==== up ====
-- batch, all or nothing

-- 1. rename table m to readings (rename table:readings)
--    ! correctness, breaks-clients: renames table m to readings: statements that still say m fail from then on
ALTER TABLE public.m RENAME TO readings;

-- 2. rename column time to at of table readings (alter table:readings)
--    ! correctness, breaks-clients: renames column readings.time to at: statements that still say readings.time fail from then on
ALTER TABLE public.readings RENAME COLUMN "time" TO at;

-- ==== down ====
-- batch, all or nothing

-- 1. rename table readings to m (rename table:m)
--    ! correctness, breaks-clients: renames table readings to m: statements that still say readings fail from then on
ALTER TABLE public.readings RENAME TO m;

-- 2. rename column at to time of table m (alter table:m)
--    ! correctness, breaks-clients: renames column m.at to time: statements that still say m.at fail from then on
ALTER TABLE public.m RENAME COLUMN at TO "time";
