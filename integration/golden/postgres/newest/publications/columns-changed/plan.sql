-- alter postgres/publication:p
--   change-member tables.t: TABLE public.t (a, id) → TABLE public.t (b, id)

-- ==== up ====
-- batch, all or nothing

-- 1. alter publication p (alter postgres/publication:p)
--    ! correctness, publishes-less: publication p does not send all of table t any more: subscribers keep what they have, and fall behind without an error
ALTER PUBLICATION p DROP TABLE public.t;
ALTER PUBLICATION p ADD TABLE public.t (b, id);

-- ==== down ====
-- batch, all or nothing

-- 1. alter publication p (alter postgres/publication:p)
--    ! correctness, publishes-less: publication p does not send all of table t any more: subscribers keep what they have, and fall behind without an error
ALTER PUBLICATION p DROP TABLE public.t;
ALTER PUBLICATION p ADD TABLE public.t (a, id);
