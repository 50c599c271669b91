-- alter postgres/composite-type:pair
--   drop-attribute attributes.b: b text

-- ==== up ====
-- batch, all or nothing

-- 1. drop attribute b of composite type pair (alter postgres/composite-type:pair)
--    ! data-loss, drops-column: drops attribute b of type pair, and what the values of t.i.size hold for it [irreversible]
ALTER TYPE public.pair DROP ATTRIBUTE b;

-- The way down does not bring back:
--   alter postgres/composite-type:pair: drops attribute b of type pair, and what the values of t.i.size hold for it

-- ==== down ====
-- batch, all or nothing

-- 1. add attribute b of composite type pair (alter postgres/composite-type:pair)
ALTER TYPE public.pair ADD ATTRIBUTE b text;
