-- replace postgres/trigger-state:altered.tr: it cannot stay while postgres/trigger:t.tr is altered
-- drop postgres/trigger-state:leaves.tr
-- replace postgres/trigger-state:moved.other: it cannot stay while table:moved is altered
-- alter postgres/trigger:t.tr
--   change-state state: none → always
-- alter table:leaves
--   drop-parent parents.t: t FOR VALUES IN (3)
-- alter table:moved
--   drop-parent parents.t: t FOR VALUES IN (2)
--   add-parent parents.t: t FOR VALUES IN (2, 4)

-- ==== up ====
-- batch, all or nothing

-- 1. leave the table above of table leaves (alter table:leaves)
--    ! correctness, hides-rows: takes table leaves out of table t: who reads, changes or counts the rows of t does not find those of leaves any more, and no statement fails
ALTER TABLE public.t DETACH PARTITION public.leaves;

-- 2. alter trigger tr on t (alter postgres/trigger:t.tr)
ALTER TABLE public.t ENABLE ALWAYS TRIGGER tr;

-- 3. trigger tr on altered: disabled (replace postgres/trigger-state:altered.tr)
ALTER TABLE ONLY public.altered DISABLE TRIGGER tr;

-- 4. leave the table above of table moved (alter table:moved)
ALTER TABLE public.t DETACH PARTITION public.moved;

-- 5. join the table above of table moved (alter table:moved)
--    ! blocks-reads, scans-table: reads all of table moved for whether its rows fit into t, and rows that do not comply make it fail
ALTER TABLE public.t ATTACH PARTITION public.moved FOR VALUES IN (2, 4);

-- 6. trigger other on moved: disabled (replace postgres/trigger-state:moved.other)
ALTER TABLE ONLY public.moved DISABLE TRIGGER other;

-- ==== down ====
-- batch, all or nothing

-- 1. alter trigger tr on t (alter postgres/trigger:t.tr)
ALTER TABLE public.t ENABLE TRIGGER tr;

-- 2. trigger tr on altered: disabled (replace postgres/trigger-state:altered.tr)
ALTER TABLE ONLY public.altered DISABLE TRIGGER tr;

-- 3. join the table above of table leaves (alter table:leaves)
--    ! blocks-reads, scans-table: reads all of table leaves for whether its rows fit into t, and rows that do not comply make it fail
ALTER TABLE public.t ATTACH PARTITION public.leaves FOR VALUES IN (3);

-- 4. trigger tr on leaves: disabled (create postgres/trigger-state:leaves.tr)
--    ! correctness, disables-trigger: disables trigger tr: what it does AFTER INSERT on leaves is not done until it is enabled again
ALTER TABLE ONLY public.leaves DISABLE TRIGGER tr;

-- 5. leave the table above of table moved (alter table:moved)
ALTER TABLE public.t DETACH PARTITION public.moved;

-- 6. join the table above of table moved (alter table:moved)
--    ! blocks-reads, scans-table: reads all of table moved for whether its rows fit into t, and rows that do not comply make it fail
ALTER TABLE public.t ATTACH PARTITION public.moved FOR VALUES IN (2);

-- 7. trigger other on moved: disabled (replace postgres/trigger-state:moved.other)
ALTER TABLE ONLY public.moved DISABLE TRIGGER other;
