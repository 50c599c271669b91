-- alter table:u
--   change-not-null-constraint columns.b.not-null-constraint: none → {"name":"bb"}
--   change-not-null-constraint columns.c.not-null-constraint: none → {"name":"nn"}

-- ==== up ====
-- batch, all or nothing

-- 1. change the NOT NULL constraint of column b of table u (alter table:u)
ALTER TABLE public.u RENAME CONSTRAINT t_b_not_null TO bb;

-- 2. change the NOT NULL constraint of column c of table u (alter table:u)
ALTER TABLE public.u RENAME CONSTRAINT t_a_not_null TO nn;

-- ==== down ====
-- batch, all or nothing

-- 1. change the NOT NULL constraint of column b of table u (alter table:u)
ALTER TABLE public.u RENAME CONSTRAINT bb TO t_b_not_null;

-- 2. change the NOT NULL constraint of column c of table u (alter table:u)
ALTER TABLE public.u RENAME CONSTRAINT nn TO t_a_not_null;
