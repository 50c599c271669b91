-- alter table:t
--   change-replica-identity replicaIdentity: none → full

-- ==== up ====
-- batch, all or nothing

-- 1. change the replica identity of table t (alter table:t)
ALTER TABLE public.t REPLICA IDENTITY FULL;

-- ==== down ====
-- batch, all or nothing

-- 1. change the replica identity of table t (alter table:t)
ALTER TABLE public.t REPLICA IDENTITY DEFAULT;
