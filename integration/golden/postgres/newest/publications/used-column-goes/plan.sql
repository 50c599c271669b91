-- replace postgres/publication:p: it cannot stay while table:t is altered
-- alter table:t
--   drop-column columns.a: a integer

-- ==== up ====
-- batch, all or nothing

-- 1. drop publication p (replace postgres/publication:p)
DROP PUBLICATION p;

-- 2. drop column a of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.a with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN a;

-- 3. create publication p (replace postgres/publication:p)
CREATE PUBLICATION p FOR TABLE public.t (id);

-- The way down does not bring back:
--   alter table:t: drops column t.a with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. add column a of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN a integer;

-- 2. alter publication p (alter postgres/publication:p)
--    ! correctness, publishes-less: publication p does not send all of table t any more: subscribers keep what they have, and fall behind without an error
ALTER PUBLICATION p DROP TABLE public.t;
ALTER PUBLICATION p ADD TABLE public.t (a, id);
