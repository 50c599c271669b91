-- alter table:m
--   rename-column columns.sensor: device → sensor

-- ==== up ====
-- batch, all or nothing

-- 1. rename column device to sensor of table m (alter table:m)
--    ! correctness, breaks-clients: renames column m.device to sensor: statements that still say m.device fail from then on
ALTER TABLE public.m RENAME COLUMN device TO sensor;

-- ==== down ====
-- batch, all or nothing

-- 1. rename column sensor to device of table m (alter table:m)
--    ! correctness, breaks-clients: renames column m.sensor to device: statements that still say m.sensor fail from then on
ALTER TABLE public.m RENAME COLUMN sensor TO device;
