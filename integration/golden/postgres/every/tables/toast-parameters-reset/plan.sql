-- alter table:t
--   change-options options: ["toast.autovacuum_enabled=false","toast.autovacuum_vacuum_threshold=100"] → ["toast.autovacuum_vacuum_threshold=200"]

-- ==== up ====
-- batch, all or nothing

-- 1. change the storage parameters of table t (alter table:t)
ALTER TABLE public.t SET (toast.autovacuum_vacuum_threshold=200);
ALTER TABLE public.t RESET (toast.autovacuum_enabled);

-- ==== down ====
-- batch, all or nothing

-- 1. change the storage parameters of table t (alter table:t)
ALTER TABLE public.t SET (toast.autovacuum_enabled=false, toast.autovacuum_vacuum_threshold=100);
