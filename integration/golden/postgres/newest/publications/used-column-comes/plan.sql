-- alter postgres/publication:p
--   change-member tables.t: TABLE public.t (a, id) → TABLE public.t (c, id)
-- alter table:t
--   add-column columns.c: c integer

-- ==== up ====
-- batch, all or nothing

-- 1. add column c of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN c integer;

-- 2. alter publication p (alter postgres/publication:p)
--    ! correctness, publishes-less: publication p does not send all of table t any more: subscribers keep what they have, and fall behind without an error
ALTER PUBLICATION p DROP TABLE public.t;
ALTER PUBLICATION p ADD TABLE public.t (c, id);

-- ==== down ====
-- batch, all or nothing

-- 1. drop publication p (replace postgres/publication:p)
DROP PUBLICATION p;

-- 2. drop column c of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.c with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN c;

-- 3. create publication p (replace postgres/publication:p)
CREATE PUBLICATION p FOR TABLE public.t (a, id);
