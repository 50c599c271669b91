-- alter index:i
--   change-options options: ["fillfactor=70"] → none
-- alter index:j
--   change-options options: ["fastupdate=false","gin_pending_list_limit=128"] → ["fastupdate=true"]
-- alter index:k
--   change-options options: none → ["fillfactor=60"]

-- ==== up ====
-- batch, all or nothing

-- 1. alter index i (alter index:i)
ALTER INDEX public.i RESET (fillfactor);

-- 2. alter index j (alter index:j)
ALTER INDEX public.j SET (fastupdate=true);
ALTER INDEX public.j RESET (gin_pending_list_limit);

-- 3. alter index k (alter index:k)
ALTER INDEX public.k SET (fillfactor=60);

-- ==== down ====
-- batch, all or nothing

-- 1. alter index i (alter index:i)
ALTER INDEX public.i SET (fillfactor=70);

-- 2. alter index j (alter index:j)
ALTER INDEX public.j SET (fastupdate=false, gin_pending_list_limit=128);

-- 3. alter index k (alter index:k)
ALTER INDEX public.k RESET (fillfactor);
