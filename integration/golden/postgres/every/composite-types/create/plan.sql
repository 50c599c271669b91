-- create postgres/composite-type:nested
-- create postgres/composite-type:pair
-- alter table:t
--   add-column columns.n: n public.nested

-- ==== up ====
-- batch, all or nothing

-- 1. create composite type pair (create postgres/composite-type:pair)
CREATE TYPE public.pair AS (
  a integer,
  "b c" character varying(3) COLLATE pg_catalog."C"
);

-- 2. create composite type nested (create postgres/composite-type:nested)
CREATE TYPE public.nested AS (
  p public.pair,
  ps public.pair[]
);

-- 3. add column n of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN n public.nested;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column n of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.n with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN n;

-- 2. drop composite type nested (drop postgres/composite-type:nested)
--    ! correctness, drops-type: drops composite type nested: statements that name it fail from then on, casts among them
DROP TYPE public.nested;

-- 3. drop composite type pair (drop postgres/composite-type:pair)
--    ! correctness, drops-type: drops composite type pair: statements that name it fail from then on, casts among them
DROP TYPE public.pair;
