-- alter postgres/composite-type:pair
--   drop-attribute attributes.b: b text
-- replace view:v: a view keeps the columns that it has, and can only get more at the end

-- ==== up ====
-- batch, all or nothing

-- 1. drop view v (replace view:v)
DROP VIEW public.v;

-- 2. drop attribute b of composite type pair (alter postgres/composite-type:pair)
--    ! data-loss, drops-column: drops attribute b of type pair, and what the values of t.p hold for it [irreversible]
ALTER TYPE public.pair DROP ATTRIBUTE b;

-- 3. create view v (replace view:v)
CREATE VIEW public.v (x) AS
 SELECT (t.p).a AS x
   FROM public.t;

-- The way down does not bring back:
--   alter postgres/composite-type:pair: drops attribute b of type pair, and what the values of t.p hold for it

-- ==== down ====
-- batch, all or nothing

-- 1. drop view v (replace view:v)
DROP VIEW public.v;

-- 2. add attribute b of composite type pair (alter postgres/composite-type:pair)
ALTER TYPE public.pair ADD ATTRIBUTE b text;

-- 3. create view v (replace view:v)
CREATE VIEW public.v (x) AS
 SELECT (t.p).b AS x
   FROM public.t;
