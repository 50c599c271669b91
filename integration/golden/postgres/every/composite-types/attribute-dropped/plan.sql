-- alter postgres/composite-type:pair
--   drop-attribute attributes.b: b text

-- ==== up ====
-- batch, all or nothing

-- 1. drop attribute b of composite type pair (alter postgres/composite-type:pair)
ALTER TYPE public.pair DROP ATTRIBUTE b;

-- ==== down ====
-- batch, all or nothing

-- 1. add attribute b of composite type pair (alter postgres/composite-type:pair)
ALTER TYPE public.pair ADD ATTRIBUTE b text;
