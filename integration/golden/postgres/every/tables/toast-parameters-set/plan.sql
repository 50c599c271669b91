-- alter table:t
--   change-options options: ["fillfactor=80"] → ["autovacuum_vacuum_scale_factor=0.01","fillfactor=70","toast.autovacuum_enabled=false"]

-- ==== up ====
-- batch, all or nothing

-- 1. change the storage parameters of table t (alter table:t)
ALTER TABLE public.t SET (autovacuum_vacuum_scale_factor=0.01, fillfactor=70, toast.autovacuum_enabled=false);

-- ==== down ====
-- batch, all or nothing

-- 1. change the storage parameters of table t (alter table:t)
ALTER TABLE public.t SET (fillfactor=80);
ALTER TABLE public.t RESET (autovacuum_vacuum_scale_factor, toast.autovacuum_enabled);
