-- alter postgres/constraint:t.only one
--   change-replica-identity replicaIdentity: none → true

-- ==== up ====
-- batch, all or nothing

-- 1. alter the index of unique only one of table t (alter postgres/constraint:t.only one)
ALTER TABLE public.t REPLICA IDENTITY USING INDEX "only one";

-- ==== down ====
-- batch, all or nothing

-- 1. alter the index of unique only one of table t (alter postgres/constraint:t.only one)
ALTER TABLE public.t REPLICA IDENTITY DEFAULT;
