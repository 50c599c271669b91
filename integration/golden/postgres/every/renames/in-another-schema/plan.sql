-- rename index:app.u_a_idx from index:app.t_a_idx
-- rename postgres/constraint:app.u.u_a_key from postgres/constraint:app.t.t_a_key
-- rename postgres/constraint:app.u.u_pkey from postgres/constraint:app.t.t_pkey
-- rename sequence:app.u_id_seq from sequence:app.t_id_seq
-- rename table:app.u from table:app.t

-- ==== up ====
-- batch, all or nothing

-- 1. rename sequence app.t_id_seq to app.u_id_seq (rename sequence:app.u_id_seq)
--    ! correctness, breaks-clients: renames sequence t_id_seq to u_id_seq: statements that still say t_id_seq fail from then on
ALTER SEQUENCE app.t_id_seq RENAME TO u_id_seq;

-- 2. rename table app.t to app.u (rename table:app.u)
--    ! correctness, breaks-clients: renames table t to u: statements that still say t fail from then on
ALTER TABLE app.t RENAME TO u;

-- 3. rename index app.t_a_idx to app.u_a_idx (rename index:app.u_a_idx)
ALTER INDEX app.t_a_idx RENAME TO u_a_idx;

-- 4. rename constraint t_a_key to u_a_key (rename postgres/constraint:app.u.u_a_key)
ALTER TABLE app.u RENAME CONSTRAINT t_a_key TO u_a_key;

-- 5. rename constraint t_pkey to u_pkey (rename postgres/constraint:app.u.u_pkey)
ALTER TABLE app.u RENAME CONSTRAINT t_pkey TO u_pkey;

-- ==== down ====
-- batch, all or nothing

-- 1. rename sequence app.u_id_seq to app.t_id_seq (rename sequence:app.t_id_seq)
--    ! correctness, breaks-clients: renames sequence u_id_seq to t_id_seq: statements that still say u_id_seq fail from then on
ALTER SEQUENCE app.u_id_seq RENAME TO t_id_seq;

-- 2. rename table app.u to app.t (rename table:app.t)
--    ! correctness, breaks-clients: renames table u to t: statements that still say u fail from then on
ALTER TABLE app.u RENAME TO t;

-- 3. rename index app.u_a_idx to app.t_a_idx (rename index:app.t_a_idx)
ALTER INDEX app.u_a_idx RENAME TO t_a_idx;

-- 4. rename constraint u_a_key to t_a_key (rename postgres/constraint:app.t.t_a_key)
ALTER TABLE app.t RENAME CONSTRAINT u_a_key TO t_a_key;

-- 5. rename constraint u_pkey to t_pkey (rename postgres/constraint:app.t.t_pkey)
ALTER TABLE app.t RENAME CONSTRAINT u_pkey TO t_pkey;
