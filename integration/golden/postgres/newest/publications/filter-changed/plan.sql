-- alter postgres/publication:p
--   change-member tables.t: TABLE public.t WHERE ((id > 5)) → TABLE public.t WHERE (((id >= 1) AND (id <= 5)))

-- ==== up ====
-- batch, all or nothing

-- 1. alter publication p (alter postgres/publication:p)
--    ! correctness, publishes-less: publication p does not send all of table t any more: subscribers keep what they have, and fall behind without an error
ALTER PUBLICATION p DROP TABLE public.t;
ALTER PUBLICATION p ADD TABLE public.t WHERE (((id >= 1) AND (id <= 5)));

-- ==== down ====
-- batch, all or nothing

-- 1. alter publication p (alter postgres/publication:p)
--    ! correctness, publishes-less: publication p does not send all of table t any more: subscribers keep what they have, and fall behind without an error
ALTER PUBLICATION p DROP TABLE public.t;
ALTER PUBLICATION p ADD TABLE public.t WHERE ((id > 5));
