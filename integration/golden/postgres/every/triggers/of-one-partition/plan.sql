-- create postgres/trigger-state:p 1.my Trigger
-- drop postgres/trigger-state:p2.my Trigger
-- alter postgres/trigger-state:p3.my Trigger
--   change-state state: always → replica
-- alter postgres/trigger-state:p31.my Trigger
--   change-state state: enabled → always

-- ==== up ====
-- batch, all or nothing

-- 1. trigger my Trigger on p2: enabled (drop postgres/trigger-state:p2.my Trigger)
ALTER TABLE ONLY public.p2 ENABLE TRIGGER "my Trigger";

-- 2. trigger my Trigger on p 1: disabled (create postgres/trigger-state:p 1.my Trigger)
--    ! correctness, disables-trigger: disables trigger my Trigger: what it does AFTER INSERT on p 1 is not done until it is enabled again
ALTER TABLE ONLY public."p 1" DISABLE TRIGGER "my Trigger";

-- 3. trigger my Trigger on p3: only on a replica (alter postgres/trigger-state:p3.my Trigger)
ALTER TABLE ONLY public.p3 ENABLE REPLICA TRIGGER "my Trigger";

-- 4. trigger my Trigger on p31: also on a replica (alter postgres/trigger-state:p31.my Trigger)
ALTER TABLE ONLY public.p31 ENABLE ALWAYS TRIGGER "my Trigger";

-- ==== down ====
-- batch, all or nothing

-- 1. trigger my Trigger on p 1: enabled (drop postgres/trigger-state:p 1.my Trigger)
ALTER TABLE ONLY public."p 1" ENABLE TRIGGER "my Trigger";

-- 2. trigger my Trigger on p2: disabled (create postgres/trigger-state:p2.my Trigger)
--    ! correctness, disables-trigger: disables trigger my Trigger: what it does AFTER INSERT on p2 is not done until it is enabled again
ALTER TABLE ONLY public.p2 DISABLE TRIGGER "my Trigger";

-- 3. trigger my Trigger on p3: also on a replica (alter postgres/trigger-state:p3.my Trigger)
ALTER TABLE ONLY public.p3 ENABLE ALWAYS TRIGGER "my Trigger";

-- 4. trigger my Trigger on p31: enabled (alter postgres/trigger-state:p31.my Trigger)
ALTER TABLE ONLY public.p31 ENABLE TRIGGER "my Trigger";
