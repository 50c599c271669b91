-- alter postgres/publication:p
--   change-viaRoot viaRoot: none → true

-- ==== up ====
-- batch, all or nothing

-- 1. alter publication p (alter postgres/publication:p)
ALTER PUBLICATION p SET (publish_via_partition_root = true);

-- ==== down ====
-- batch, all or nothing

-- 1. alter publication p (alter postgres/publication:p)
ALTER PUBLICATION p SET (publish_via_partition_root = false);
