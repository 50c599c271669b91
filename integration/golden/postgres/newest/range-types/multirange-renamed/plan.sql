-- alter postgres/range-type:floats
--   rename-multirange multirange: floats_multirange → many_floats
-- alter table:t
--   change-type columns.r.type: public.floats_multirange → public.many_floats

-- ==== up ====
-- batch, all or nothing

-- 1. rename multirange type floats_multirange to many_floats (alter postgres/range-type:floats)
--    ! correctness, breaks-clients: renames multirange type floats_multirange to many_floats: statements that still say floats_multirange fail from then on
ALTER TYPE public.floats_multirange RENAME TO many_floats;

-- 2. change the type of column r of table t (alter table:t)
--    ! data-loss, converts-values: changes t.r from public.floats_multirange to public.many_floats, which may cut, round or refuse stored values [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.r becomes public.many_floats; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN r TYPE public.many_floats USING r::public.many_floats;

-- The way down does not bring back:
--   alter table:t: changes t.r from public.floats_multirange to public.many_floats, which may cut, round or refuse stored values

-- ==== down ====
-- batch, all or nothing

-- 1. rename multirange type many_floats to floats_multirange (alter postgres/range-type:floats)
--    ! correctness, breaks-clients: renames multirange type many_floats to floats_multirange: statements that still say many_floats fail from then on
ALTER TYPE public.many_floats RENAME TO floats_multirange;

-- 2. change the type of column r of table t (alter table:t)
--    ! data-loss, converts-values: changes t.r from public.many_floats to public.floats_multirange, which may cut, round or refuse stored values [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.r becomes public.floats_multirange; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN r TYPE public.floats_multirange USING r::public.floats_multirange;
