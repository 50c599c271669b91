-- create postgres/publication:p
-- create postgres/publication:q

-- ==== up ====
-- batch, all or nothing

-- 1. create publication p (create postgres/publication:p)
CREATE PUBLICATION p FOR TABLE public.t WITH (publish_via_partition_root = true);

-- 2. create publication q (create postgres/publication:q)
CREATE PUBLICATION q FOR TABLE public.t1;

-- ==== down ====
-- batch, all or nothing

-- 1. drop publication p (drop postgres/publication:p)
--    ! correctness, drops-publication: drops publication p: subscriptions to it fail, and what they have not got yet they do not get
DROP PUBLICATION p;

-- 2. drop publication q (drop postgres/publication:q)
--    ! correctness, drops-publication: drops publication q: subscriptions to it fail, and what they have not got yet they do not get
DROP PUBLICATION q;
