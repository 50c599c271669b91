-- alter table:t
--   change-not-null-constraint columns.a.not-null-constraint: none → {"noInherit":true}
--   change-not-null-constraint columns.b.not-null-constraint: {"name":"bb","noInherit":true} → {"name":"bb"}

-- ==== up ====
-- batch, all or nothing

-- 1. change the NOT NULL constraint of column a of table t (alter table:t)
ALTER TABLE public.t ALTER CONSTRAINT t_a_not_null NO INHERIT;

-- 2. change the NOT NULL constraint of column b of table t (alter table:t)
ALTER TABLE public.t ALTER CONSTRAINT bb INHERIT;

-- ==== down ====
-- batch, all or nothing

-- 1. change the NOT NULL constraint of column a of table t (alter table:t)
ALTER TABLE public.t ALTER CONSTRAINT t_a_not_null INHERIT;

-- 2. change the NOT NULL constraint of column b of table t (alter table:t)
ALTER TABLE public.t ALTER CONSTRAINT bb NO INHERIT;
