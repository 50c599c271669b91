-- rename postgres/publication:select from postgres/publication:p
-- alter postgres/publication:select
--   drop-member tables.t: TABLE public.t
--   add-member tables.u: TABLE public.u

-- ==== up ====
-- batch, all or nothing

-- 1. rename publication p to select (rename postgres/publication:select)
--    ! correctness, breaks-clients: renames publication p to select: statements that still say p fail from then on
ALTER PUBLICATION p RENAME TO "select";

-- 2. alter publication select (alter postgres/publication:select)
--    ! correctness, publishes-less: publication select does not send all of table t any more: subscribers keep what they have, and fall behind without an error
ALTER PUBLICATION "select" DROP TABLE public.t;
ALTER PUBLICATION "select" ADD TABLE public.u;

-- ==== down ====
-- batch, all or nothing

-- 1. rename publication select to p (rename postgres/publication:p)
--    ! correctness, breaks-clients: renames publication select to p: statements that still say select fail from then on
ALTER PUBLICATION "select" RENAME TO p;

-- 2. alter publication p (alter postgres/publication:p)
--    ! correctness, publishes-less: publication p does not send all of table u any more: subscribers keep what they have, and fall behind without an error
ALTER PUBLICATION p DROP TABLE public.u;
ALTER PUBLICATION p ADD TABLE public.t;
