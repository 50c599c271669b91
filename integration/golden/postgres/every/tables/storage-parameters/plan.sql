-- alter table:t
--   change-options options: ["autovacuum_enabled=false","fillfactor=70"] → ["fillfactor=90"]

-- ==== up ====
-- batch, all or nothing

-- 1. change the storage parameters of table t (alter table:t)
ALTER TABLE public.t SET (fillfactor=90);
ALTER TABLE public.t RESET (autovacuum_enabled);

-- ==== down ====
-- batch, all or nothing

-- 1. change the storage parameters of table t (alter table:t)
ALTER TABLE public.t SET (autovacuum_enabled=false, fillfactor=70);
