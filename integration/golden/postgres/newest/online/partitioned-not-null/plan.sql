-- alter table:m
--   change-not-null columns.b.not-null: false → true

-- ==== up ====
-- batch

-- 1. forbid nulls in column b of table m (alter table:m)
ALTER TABLE public.m ADD CONSTRAINT m_b_not_null NOT NULL b NOT VALID;
ALTER TABLE public.m VALIDATE CONSTRAINT m_b_not_null;
-- removes what a failure leaves behind: ALTER TABLE public.m DROP CONSTRAINT m_b_not_null;

-- ==== down ====
-- batch, all or nothing

-- 1. allow nulls in column b of table m (alter table:m)
--    ! correctness, ends-guarantee: drops the NOT NULL of column b of table m: from then on rows come that break it, and no statement fails
ALTER TABLE public.m ALTER COLUMN b DROP NOT NULL;
