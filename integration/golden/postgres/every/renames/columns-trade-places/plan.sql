-- alter table:t
--   rename-column columns.a: b → a
--   rename-column columns.b: a → b
--   rename-column columns.d: c → d

-- ==== up ====
-- batch, all or nothing

-- 1. rename column b to _schema_sync_aside_1 of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.b to a: statements that still say t.b fail from then on
ALTER TABLE public.t RENAME COLUMN b TO _schema_sync_aside_1;

-- 2. rename column a to b of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.a to b: statements that still say t.a fail from then on
ALTER TABLE public.t RENAME COLUMN a TO b;

-- 3. rename column c to d of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.c to d: statements that still say t.c fail from then on
ALTER TABLE public.t RENAME COLUMN c TO d;

-- 4. rename column _schema_sync_aside_1 to a of table t (alter table:t)
ALTER TABLE public.t RENAME COLUMN _schema_sync_aside_1 TO a;

-- ==== down ====
-- batch, all or nothing

-- 1. rename column b to _schema_sync_aside_1 of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.b to a: statements that still say t.b fail from then on
ALTER TABLE public.t RENAME COLUMN b TO _schema_sync_aside_1;

-- 2. rename column a to b of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.a to b: statements that still say t.a fail from then on
ALTER TABLE public.t RENAME COLUMN a TO b;

-- 3. rename column d to c of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.d to c: statements that still say t.d fail from then on
ALTER TABLE public.t RENAME COLUMN d TO c;

-- 4. rename column _schema_sync_aside_1 to a of table t (alter table:t)
ALTER TABLE public.t RENAME COLUMN _schema_sync_aside_1 TO a;
