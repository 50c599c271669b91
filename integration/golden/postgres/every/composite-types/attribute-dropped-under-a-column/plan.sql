-- alter postgres/composite-type:pair
--   drop-attribute attributes.b: b text

-- ==== up ====
-- batch, all or nothing

-- 1. drop attribute b of composite type pair (alter postgres/composite-type:pair)
--    ! data-loss, drops-column: drops column t.p.b with all of its values [irreversible]
ALTER TYPE public.pair DROP ATTRIBUTE b;

-- The way down does not bring back:
--   alter postgres/composite-type:pair: drops column t.p.b with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. add attribute b of composite type pair (alter postgres/composite-type:pair)
ALTER TYPE public.pair ADD ATTRIBUTE b text;
