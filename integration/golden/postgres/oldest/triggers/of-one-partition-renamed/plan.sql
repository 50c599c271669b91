-- create postgres/trigger-state:p one.other
-- drop postgres/trigger-state:p1.tr
-- rename postgres/trigger:t.other from postgres/trigger:t.tr
-- rename table:p one from table:p1

-- ==== up ====
-- batch, all or nothing

-- 1. trigger tr on p1: enabled (drop postgres/trigger-state:p1.tr)
ALTER TABLE ONLY public.p1 ENABLE TRIGGER tr;

-- 2. rename trigger tr on t to other (rename postgres/trigger:t.other)
ALTER TRIGGER tr ON public.t RENAME TO other;
ALTER TRIGGER tr ON public.p1 RENAME TO other;

-- 3. rename table p1 to p one (rename table:p one)
--    ! correctness, breaks-clients: renames table p1 to p one: statements that still say p1 fail from then on
ALTER TABLE public.p1 RENAME TO "p one";

-- 4. trigger other on p one: also on a replica (create postgres/trigger-state:p one.other)
ALTER TABLE ONLY public."p one" ENABLE ALWAYS TRIGGER other;

-- ==== down ====
-- batch, all or nothing

-- 1. trigger other on p one: enabled (drop postgres/trigger-state:p one.other)
ALTER TABLE ONLY public."p one" ENABLE TRIGGER other;

-- 2. rename trigger other on t to tr (rename postgres/trigger:t.tr)
ALTER TRIGGER other ON public.t RENAME TO tr;
ALTER TRIGGER other ON public."p one" RENAME TO tr;

-- 3. rename table p one to p1 (rename table:p1)
--    ! correctness, breaks-clients: renames table p one to p1: statements that still say p one fail from then on
ALTER TABLE public."p one" RENAME TO p1;

-- 4. trigger tr on p1: disabled (create postgres/trigger-state:p1.tr)
--    ! correctness, disables-trigger: disables trigger tr: what it does AFTER INSERT on p1 is not done until it is enabled again
ALTER TABLE ONLY public.p1 DISABLE TRIGGER tr;
