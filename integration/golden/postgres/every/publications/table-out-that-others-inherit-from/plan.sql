-- alter postgres/publication:p
--   drop-member tables.t: TABLE public.t

-- ==== up ====
-- batch, all or nothing

-- 1. alter publication p (alter postgres/publication:p)
--    ! correctness, publishes-less: publication p does not send all of table t any more: subscribers keep what they have, and fall behind without an error
ALTER PUBLICATION p DROP TABLE ONLY public.t;

-- ==== down ====
-- batch, all or nothing

-- 1. alter publication p (alter postgres/publication:p)
ALTER PUBLICATION p ADD TABLE ONLY public.t;
