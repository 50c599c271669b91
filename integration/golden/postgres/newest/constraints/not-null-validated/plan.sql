-- alter table:t
--   change-not-null columns.a.not-null: false → true
--   change-not-null-constraint columns.a.not-null-constraint: {"name":"a_there","unvalidated":true} → {"name":"a_there"}

-- ==== up ====
-- batch, all or nothing

-- 1. look for nulls in column a of table t (alter table:t)
ALTER TABLE public.t VALIDATE CONSTRAINT a_there;

-- ==== down ====
-- batch, all or nothing

-- 1. allow nulls in column a of table t (alter table:t)
--    ! correctness, ends-guarantee: drops the NOT NULL of column a of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t ALTER COLUMN a DROP NOT NULL;
ALTER TABLE public.t ADD CONSTRAINT a_there NOT NULL a NOT VALID;
