-- alter postgres/publication:p
--   add-member tables.t: TABLE public.t
-- create postgres/publication:q

-- ==== up ====
-- batch, all or nothing

-- 1. alter publication p (alter postgres/publication:p)
ALTER PUBLICATION p ADD TABLE ONLY public.t;

-- 2. create publication q (create postgres/publication:q)
CREATE PUBLICATION q FOR TABLE ONLY public.t;

-- ==== down ====
-- batch, all or nothing

-- 1. drop publication q (drop postgres/publication:q)
--    ! correctness, drops-publication: drops publication q: subscriptions to it fail, and what they have not got yet they do not get
DROP PUBLICATION q;

-- 2. alter publication p (alter postgres/publication:p)
--    ! correctness, publishes-less: publication p does not send all of table t any more: subscribers keep what they have, and fall behind without an error
ALTER PUBLICATION p DROP TABLE ONLY public.t;
