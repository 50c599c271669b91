-- alter postgres/publication:p
--   drop-member tables.t: TABLE public.t
--   add-member tables.u: TABLE public.u
--   change-publish publish: none → truncate
--   change-viaRoot viaRoot: none → true

-- ==== up ====
-- batch, all or nothing

-- 1. alter publication p (alter postgres/publication:p)
--    ! correctness, publishes-less: publication p does not send all of table t, insert, update, delete any more: subscribers keep what they have, and fall behind without an error
ALTER PUBLICATION p DROP TABLE public.t;
ALTER PUBLICATION p ADD TABLE public.u;
ALTER PUBLICATION p SET (publish = 'truncate', publish_via_partition_root = true);

-- ==== down ====
-- batch, all or nothing

-- 1. alter publication p (alter postgres/publication:p)
--    ! correctness, publishes-less: publication p does not send all of table u any more: subscribers keep what they have, and fall behind without an error
ALTER PUBLICATION p DROP TABLE public.u;
ALTER PUBLICATION p ADD TABLE public.t;
ALTER PUBLICATION p SET (publish = 'insert, update, delete, truncate', publish_via_partition_root = false);
