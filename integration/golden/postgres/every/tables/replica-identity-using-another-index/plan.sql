-- alter index:t_a
--   change-replica-identity replicaIdentity: true → none
-- alter index:t_b
--   change-replica-identity replicaIdentity: none → true

-- ==== up ====
-- batch, all or nothing

-- 1. alter index t_b (alter index:t_b)
ALTER TABLE public.t REPLICA IDENTITY USING INDEX t_b;

-- ==== down ====
-- batch, all or nothing

-- 1. alter index t_a (alter index:t_a)
ALTER TABLE public.t REPLICA IDENTITY USING INDEX t_a;
