-- alter postgres/publication:p
--   change-member tables.h 1: TABLE public."h 1" WHERE ((id > 5)) → TABLE public."h 1" WHERE ((id > 6))
--   change-member tables.h2: TABLE public.h2 WHERE ((id > 5)) → TABLE public.h2 WHERE ((id > 6))
--   change-member tables.t: TABLE public.t WHERE ((id > 5)) → TABLE public.t WHERE ((id > 6))
-- create postgres/publication:q

-- ==== up ====
-- batch, all or nothing

-- 1. alter publication p (alter postgres/publication:p)
--    ! correctness, publishes-less: publication p does not send all of table h 1, table h2, table t any more: subscribers keep what they have, and fall behind without an error
ALTER PUBLICATION p DROP TABLE public."h 1", public.h2, ONLY public.t;
ALTER PUBLICATION p ADD TABLE public."h 1" WHERE ((id > 6)), public.h2 WHERE ((id > 6)), ONLY public.t WHERE ((id > 6));

-- 2. create publication q (create postgres/publication:q)
CREATE PUBLICATION q FOR TABLE public."h 1" WHERE ((id > 7)), public.h2 WHERE ((id > 7)), ONLY public.t WHERE ((id > 7));

-- ==== down ====
-- batch, all or nothing

-- 1. drop publication q (drop postgres/publication:q)
--    ! correctness, drops-publication: drops publication q: subscriptions to it fail, and what they have not got yet they do not get
DROP PUBLICATION q;

-- 2. alter publication p (alter postgres/publication:p)
--    ! correctness, publishes-less: publication p does not send all of table h 1, table h2, table t any more: subscribers keep what they have, and fall behind without an error
ALTER PUBLICATION p DROP TABLE public."h 1", public.h2, ONLY public.t;
ALTER PUBLICATION p ADD TABLE public."h 1" WHERE ((id > 5)), public.h2 WHERE ((id > 5)), ONLY public.t WHERE ((id > 5));
