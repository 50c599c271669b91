-- rename index:t_b_idx from index:t_a_idx
-- rename postgres/constraint:t.t_b_check from postgres/constraint:t.t_a_check
-- rename postgres/constraint:t.t_b_fkey from postgres/constraint:t.t_a_fkey
-- rename postgres/constraint:t.t_b_key from postgres/constraint:t.t_a_key
-- rename sequence:t_b_seq from sequence:t_a_seq
-- alter table:t
--   rename-column columns.b: a → b

-- ==== up ====
-- batch, all or nothing

-- 1. rename sequence t_a_seq to t_b_seq (rename sequence:t_b_seq)
--    ! correctness, breaks-clients: renames sequence t_a_seq to t_b_seq: statements that still say t_a_seq fail from then on
ALTER SEQUENCE public.t_a_seq RENAME TO t_b_seq;

-- 2. rename column a to b of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.a to b: statements that still say t.a fail from then on
ALTER TABLE public.t RENAME COLUMN a TO b;

-- 3. rename index t_a_idx to t_b_idx (rename index:t_b_idx)
ALTER INDEX public.t_a_idx RENAME TO t_b_idx;

-- 4. rename constraint t_a_check to t_b_check (rename postgres/constraint:t.t_b_check)
ALTER TABLE public.t RENAME CONSTRAINT t_a_check TO t_b_check;

-- 5. rename constraint t_a_fkey to t_b_fkey (rename postgres/constraint:t.t_b_fkey)
ALTER TABLE public.t RENAME CONSTRAINT t_a_fkey TO t_b_fkey;

-- 6. rename constraint t_a_key to t_b_key (rename postgres/constraint:t.t_b_key)
ALTER TABLE public.t RENAME CONSTRAINT t_a_key TO t_b_key;

-- ==== down ====
-- batch, all or nothing

-- 1. rename sequence t_b_seq to t_a_seq (rename sequence:t_a_seq)
--    ! correctness, breaks-clients: renames sequence t_b_seq to t_a_seq: statements that still say t_b_seq fail from then on
ALTER SEQUENCE public.t_b_seq RENAME TO t_a_seq;

-- 2. rename column b to a of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.b to a: statements that still say t.b fail from then on
ALTER TABLE public.t RENAME COLUMN b TO a;

-- 3. rename index t_b_idx to t_a_idx (rename index:t_a_idx)
ALTER INDEX public.t_b_idx RENAME TO t_a_idx;

-- 4. rename constraint t_b_check to t_a_check (rename postgres/constraint:t.t_a_check)
ALTER TABLE public.t RENAME CONSTRAINT t_b_check TO t_a_check;

-- 5. rename constraint t_b_fkey to t_a_fkey (rename postgres/constraint:t.t_a_fkey)
ALTER TABLE public.t RENAME CONSTRAINT t_b_fkey TO t_a_fkey;

-- 6. rename constraint t_b_key to t_a_key (rename postgres/constraint:t.t_a_key)
ALTER TABLE public.t RENAME CONSTRAINT t_b_key TO t_a_key;
