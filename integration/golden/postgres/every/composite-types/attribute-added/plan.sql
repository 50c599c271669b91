-- alter postgres/composite-type:pair
--   add-attribute attributes.c: c integer

-- ==== up ====
-- batch, all or nothing

-- 1. add attribute c of composite type pair (alter postgres/composite-type:pair)
ALTER TYPE public.pair ADD ATTRIBUTE c integer;

-- ==== down ====
-- batch, all or nothing

-- 1. drop attribute c of composite type pair (alter postgres/composite-type:pair)
--    ! data-loss, drops-column: drops column t.p.c with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.ps.c with all of its values [irreversible]
ALTER TYPE public.pair DROP ATTRIBUTE c;
