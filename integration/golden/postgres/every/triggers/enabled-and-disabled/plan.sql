-- alter postgres/trigger:t.always Replica
--   change-state state: always → replica
-- alter postgres/trigger:t.off_always
--   change-state state: disabled → always
-- alter postgres/trigger:t.on_off
--   change-state state: none → disabled

-- ==== up ====
-- batch, all or nothing

-- 1. alter trigger always Replica on t (alter postgres/trigger:t.always Replica)
ALTER TABLE public.t ENABLE REPLICA TRIGGER "always Replica";

-- 2. alter trigger off_always on t (alter postgres/trigger:t.off_always)
ALTER TABLE public.t ENABLE ALWAYS TRIGGER off_always;

-- 3. alter trigger on_off on t (alter postgres/trigger:t.on_off)
--    ! correctness, disables-trigger: disables trigger on_off: what it does BEFORE UPDATE on t is not done until it is enabled again
ALTER TABLE public.t DISABLE TRIGGER on_off;

-- ==== down ====
-- batch, all or nothing

-- 1. alter trigger always Replica on t (alter postgres/trigger:t.always Replica)
ALTER TABLE public.t ENABLE ALWAYS TRIGGER "always Replica";

-- 2. alter trigger off_always on t (alter postgres/trigger:t.off_always)
--    ! correctness, disables-trigger: disables trigger off_always: what it does BEFORE UPDATE on t is not done until it is enabled again
ALTER TABLE public.t DISABLE TRIGGER off_always;

-- 3. alter trigger on_off on t (alter postgres/trigger:t.on_off)
ALTER TABLE public.t ENABLE TRIGGER on_off;
