-- rename index:u_b_idx from index:t_b_idx
-- rename postgres/constraint:u.u_a_key from postgres/constraint:t.t_a_key
-- rename postgres/constraint:u.u_b_check from postgres/constraint:t.t_b_check
-- rename postgres/constraint:u.u_parent_fkey from postgres/constraint:t.t_parent_fkey
-- rename postgres/constraint:u.u_pkey from postgres/constraint:t.t_pkey
-- rename sequence:u_id_seq from sequence:t_id_seq
-- rename table:u from table:t

-- ==== up ====
-- batch, all or nothing

-- 1. rename sequence t_id_seq to u_id_seq (rename sequence:u_id_seq)
--    ! correctness, breaks-clients: renames sequence t_id_seq to u_id_seq: statements that still say t_id_seq fail from then on
ALTER SEQUENCE public.t_id_seq RENAME TO u_id_seq;

-- 2. rename table t to u (rename table:u)
--    ! correctness, breaks-clients: renames table t to u: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO u;

-- 3. rename index t_b_idx to u_b_idx (rename index:u_b_idx)
ALTER INDEX public.t_b_idx RENAME TO u_b_idx;

-- 4. rename constraint t_a_key to u_a_key (rename postgres/constraint:u.u_a_key)
ALTER TABLE public.u RENAME CONSTRAINT t_a_key TO u_a_key;

-- 5. rename constraint t_b_check to u_b_check (rename postgres/constraint:u.u_b_check)
ALTER TABLE public.u RENAME CONSTRAINT t_b_check TO u_b_check;

-- 6. rename constraint t_parent_fkey to u_parent_fkey (rename postgres/constraint:u.u_parent_fkey)
ALTER TABLE public.u RENAME CONSTRAINT t_parent_fkey TO u_parent_fkey;

-- 7. rename constraint t_pkey to u_pkey (rename postgres/constraint:u.u_pkey)
ALTER TABLE public.u RENAME CONSTRAINT t_pkey TO u_pkey;

-- ==== down ====
-- batch, all or nothing

-- 1. rename sequence u_id_seq to t_id_seq (rename sequence:t_id_seq)
--    ! correctness, breaks-clients: renames sequence u_id_seq to t_id_seq: statements that still say u_id_seq fail from then on
ALTER SEQUENCE public.u_id_seq RENAME TO t_id_seq;

-- 2. rename table u to t (rename table:t)
--    ! correctness, breaks-clients: renames table u to t: statements that still say u fail from then on
ALTER TABLE public.u RENAME TO t;

-- 3. rename index u_b_idx to t_b_idx (rename index:t_b_idx)
ALTER INDEX public.u_b_idx RENAME TO t_b_idx;

-- 4. rename constraint u_a_key to t_a_key (rename postgres/constraint:t.t_a_key)
ALTER TABLE public.t RENAME CONSTRAINT u_a_key TO t_a_key;

-- 5. rename constraint u_b_check to t_b_check (rename postgres/constraint:t.t_b_check)
ALTER TABLE public.t RENAME CONSTRAINT u_b_check TO t_b_check;

-- 6. rename constraint u_parent_fkey to t_parent_fkey (rename postgres/constraint:t.t_parent_fkey)
ALTER TABLE public.t RENAME CONSTRAINT u_parent_fkey TO t_parent_fkey;

-- 7. rename constraint u_pkey to t_pkey (rename postgres/constraint:t.t_pkey)
ALTER TABLE public.t RENAME CONSTRAINT u_pkey TO t_pkey;
