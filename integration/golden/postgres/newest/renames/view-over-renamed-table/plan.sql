-- rename postgres/constraint:u.u_pkey from postgres/constraint:t.t_pkey
-- rename sequence:u_id_seq from sequence:t_id_seq
-- rename table:u from table:t
-- alter table:u
--   rename-column columns.b: a → b
-- replace view:v: a view keeps the columns that it has, and can only get more at the end

-- ==== up ====
-- batch, all or nothing

-- 1. drop view v (replace view:v)
DROP VIEW public.v;

-- 2. rename sequence t_id_seq to u_id_seq (rename sequence:u_id_seq)
--    ! correctness, breaks-clients: renames sequence t_id_seq to u_id_seq: statements that still say t_id_seq fail from then on
ALTER SEQUENCE public.t_id_seq RENAME TO u_id_seq;

-- 3. rename table t to u (rename table:u)
--    ! correctness, breaks-clients: renames table t to u: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO u;

-- 4. rename column a to b of table u (alter table:u)
--    ! correctness, breaks-clients: renames column u.a to b: statements that still say u.a fail from then on
ALTER TABLE public.u RENAME COLUMN a TO b;

-- 5. rename constraint t_pkey to u_pkey (rename postgres/constraint:u.u_pkey)
ALTER TABLE public.u RENAME CONSTRAINT t_pkey TO u_pkey;

-- 6. create view v (replace view:v)
CREATE VIEW public.v (id, b) AS
 SELECT id,
    b
   FROM public.u;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view v (replace view:v)
DROP VIEW public.v;

-- 2. rename sequence u_id_seq to t_id_seq (rename sequence:t_id_seq)
--    ! correctness, breaks-clients: renames sequence u_id_seq to t_id_seq: statements that still say u_id_seq fail from then on
ALTER SEQUENCE public.u_id_seq RENAME TO t_id_seq;

-- 3. rename table u to t (rename table:t)
--    ! correctness, breaks-clients: renames table u to t: statements that still say u fail from then on
ALTER TABLE public.u RENAME TO t;

-- 4. rename column b to a of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.b to a: statements that still say t.b fail from then on
ALTER TABLE public.t RENAME COLUMN b TO a;

-- 5. rename constraint u_pkey to t_pkey (rename postgres/constraint:t.t_pkey)
ALTER TABLE public.t RENAME CONSTRAINT u_pkey TO t_pkey;

-- 6. create view v (replace view:v)
CREATE VIEW public.v (id, a) AS
 SELECT id,
    a
   FROM public.t;
