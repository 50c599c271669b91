-- alter table:p
--   change-not-null columns.a.not-null: false → true
--   change-not-null-constraint columns.a.not-null-constraint: {"name":"p_a","unvalidated":true} → none

-- ==== up ====
-- batch, all or nothing

-- 1. look for nulls in column a of table p (alter table:p)
ALTER TABLE public.p VALIDATE CONSTRAINT p_a;
ALTER TABLE public.p RENAME CONSTRAINT p_a TO p_a_not_null;

-- ==== down ====
-- batch, all or nothing

-- 1. allow nulls in column a of table p (alter table:p)
--    ! correctness, ends-guarantee: drops the NOT NULL of column a of table p: from then on rows come that break it, and no statement fails
ALTER TABLE public.p ALTER COLUMN a DROP NOT NULL;
ALTER TABLE public.p ADD CONSTRAINT p_a NOT NULL a NOT VALID;
