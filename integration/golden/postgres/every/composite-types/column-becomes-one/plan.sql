-- alter table:t
--   change-type columns.p.type: text → public.pair

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column p of table t (alter table:t)
--    ! data-loss, converts-values: changes t.p from text to public.pair, which reads stored values as public.pair: how they are written is not kept, and it fails where one is no public.pair [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.p becomes public.pair; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING p::public.pair;

-- The way down does not bring back:
--   alter table:t: changes t.p from text to public.pair, which reads stored values as public.pair: how they are written is not kept, and it fails where one is no public.pair

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column p of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.p becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN p TYPE text USING p::text;
