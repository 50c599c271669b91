-- rename index:a_y_idx from index:b_y_idx
-- rename index:b_x_idx from index:a_x_idx
-- rename postgres/constraint:a.a_pkey from postgres/constraint:b.b_pkey
-- rename postgres/constraint:b.b_pkey from postgres/constraint:a.a_pkey
-- rename sequence:a_id_seq from sequence:b_id_seq
-- rename sequence:b_id_seq from sequence:a_id_seq
-- rename table:a from table:b
-- rename table:b from table:a

-- ==== up ====
-- batch, all or nothing

-- 1. rename sequence b_id_seq to _schema_sync_aside_2 (rename sequence:a_id_seq)
--    ! correctness, breaks-clients: renames sequence b_id_seq to _schema_sync_aside_2: statements that still say b_id_seq fail from then on
ALTER SEQUENCE public.b_id_seq RENAME TO _schema_sync_aside_2;

-- 2. rename sequence a_id_seq to b_id_seq (rename sequence:b_id_seq)
--    ! correctness, breaks-clients: renames sequence a_id_seq to b_id_seq: statements that still say a_id_seq fail from then on
ALTER SEQUENCE public.a_id_seq RENAME TO b_id_seq;

-- 3. rename sequence _schema_sync_aside_2 to a_id_seq (rename sequence:a_id_seq)
--    ! correctness, breaks-clients: renames sequence b_id_seq to a_id_seq: statements that still say b_id_seq fail from then on
ALTER SEQUENCE public._schema_sync_aside_2 RENAME TO a_id_seq;

-- 4. rename table b to _schema_sync_aside_3 (rename table:a)
--    ! correctness, breaks-clients: renames table b to _schema_sync_aside_3: statements that still say b fail from then on
ALTER TABLE public.b RENAME TO _schema_sync_aside_3;

-- 5. rename table a to b (rename table:b)
--    ! correctness, breaks-clients: renames table a to b: statements that still say a fail from then on
ALTER TABLE public.a RENAME TO b;

-- 6. rename index a_x_idx to b_x_idx (rename index:b_x_idx)
ALTER INDEX public.a_x_idx RENAME TO b_x_idx;

-- 7. rename table _schema_sync_aside_3 to a (rename table:a)
--    ! correctness, breaks-clients: renames table b to a: statements that still say b fail from then on
ALTER TABLE public._schema_sync_aside_3 RENAME TO a;

-- 8. rename index b_y_idx to a_y_idx (rename index:a_y_idx)
ALTER INDEX public.b_y_idx RENAME TO a_y_idx;

-- 9. rename constraint b_pkey to _schema_sync_aside_1 (rename postgres/constraint:a.a_pkey)
ALTER TABLE public.a RENAME CONSTRAINT b_pkey TO _schema_sync_aside_1;

-- 10. rename constraint a_pkey to b_pkey (rename postgres/constraint:b.b_pkey)
ALTER TABLE public.b RENAME CONSTRAINT a_pkey TO b_pkey;

-- 11. rename constraint _schema_sync_aside_1 to a_pkey (rename postgres/constraint:a.a_pkey)
ALTER TABLE public.a RENAME CONSTRAINT _schema_sync_aside_1 TO a_pkey;

-- ==== down ====
-- batch, all or nothing

-- 1. rename sequence b_id_seq to _schema_sync_aside_2 (rename sequence:a_id_seq)
--    ! correctness, breaks-clients: renames sequence b_id_seq to _schema_sync_aside_2: statements that still say b_id_seq fail from then on
ALTER SEQUENCE public.b_id_seq RENAME TO _schema_sync_aside_2;

-- 2. rename sequence a_id_seq to b_id_seq (rename sequence:b_id_seq)
--    ! correctness, breaks-clients: renames sequence a_id_seq to b_id_seq: statements that still say a_id_seq fail from then on
ALTER SEQUENCE public.a_id_seq RENAME TO b_id_seq;

-- 3. rename sequence _schema_sync_aside_2 to a_id_seq (rename sequence:a_id_seq)
--    ! correctness, breaks-clients: renames sequence b_id_seq to a_id_seq: statements that still say b_id_seq fail from then on
ALTER SEQUENCE public._schema_sync_aside_2 RENAME TO a_id_seq;

-- 4. rename table b to _schema_sync_aside_3 (rename table:a)
--    ! correctness, breaks-clients: renames table b to _schema_sync_aside_3: statements that still say b fail from then on
ALTER TABLE public.b RENAME TO _schema_sync_aside_3;

-- 5. rename table a to b (rename table:b)
--    ! correctness, breaks-clients: renames table a to b: statements that still say a fail from then on
ALTER TABLE public.a RENAME TO b;

-- 6. rename index a_y_idx to b_y_idx (rename index:b_y_idx)
ALTER INDEX public.a_y_idx RENAME TO b_y_idx;

-- 7. rename table _schema_sync_aside_3 to a (rename table:a)
--    ! correctness, breaks-clients: renames table b to a: statements that still say b fail from then on
ALTER TABLE public._schema_sync_aside_3 RENAME TO a;

-- 8. rename index b_x_idx to a_x_idx (rename index:a_x_idx)
ALTER INDEX public.b_x_idx RENAME TO a_x_idx;

-- 9. rename constraint b_pkey to _schema_sync_aside_1 (rename postgres/constraint:a.a_pkey)
ALTER TABLE public.a RENAME CONSTRAINT b_pkey TO _schema_sync_aside_1;

-- 10. rename constraint a_pkey to b_pkey (rename postgres/constraint:b.b_pkey)
ALTER TABLE public.b RENAME CONSTRAINT a_pkey TO b_pkey;

-- 11. rename constraint _schema_sync_aside_1 to a_pkey (rename postgres/constraint:a.a_pkey)
ALTER TABLE public.a RENAME CONSTRAINT _schema_sync_aside_1 TO a_pkey;
