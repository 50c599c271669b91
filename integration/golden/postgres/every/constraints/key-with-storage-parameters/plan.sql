-- alter postgres/constraint:t.k
--   change-options options: ["fillfactor=70"] → none
-- alter postgres/constraint:t.l
--   change-options options: none → ["fillfactor=60"]

-- ==== up ====
-- batch, all or nothing

-- 1. alter the index of unique k of table t (alter postgres/constraint:t.k)
ALTER INDEX public.k RESET (fillfactor);

-- 2. alter the index of unique l of table t (alter postgres/constraint:t.l)
ALTER INDEX public.l SET (fillfactor=60);

-- ==== down ====
-- batch, all or nothing

-- 1. alter the index of unique k of table t (alter postgres/constraint:t.k)
ALTER INDEX public.k SET (fillfactor=70);

-- 2. alter the index of unique l of table t (alter postgres/constraint:t.l)
ALTER INDEX public.l RESET (fillfactor);
