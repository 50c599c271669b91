-- alter postgres/composite-type:pair
--   add-attribute attributes.c: c integer

-- ==== up ====
-- batch, all or nothing

-- 1. add attribute c of composite type pair (alter postgres/composite-type:pair)
ALTER TYPE public.pair ADD ATTRIBUTE c integer;

-- ==== down ====
-- batch, all or nothing

-- 1. drop attribute c of composite type pair (alter postgres/composite-type:pair)
--    ! data-loss, drops-column: drops attribute c of type pair, and what the values of t.p hold for it [irreversible]
--    ! data-loss, drops-column: drops attribute c of type pair, and what the values of t.ps hold for it [irreversible]
ALTER TYPE public.pair DROP ATTRIBUTE c;
