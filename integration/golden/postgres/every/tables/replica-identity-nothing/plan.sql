-- alter table:t
--   change-replica-identity replicaIdentity: full → nothing

-- ==== up ====
-- batch, all or nothing

-- 1. change the replica identity of table t (alter table:t)
ALTER TABLE public.t REPLICA IDENTITY NOTHING;

-- ==== down ====
-- batch, all or nothing

-- 1. change the replica identity of table t (alter table:t)
ALTER TABLE public.t REPLICA IDENTITY FULL;
