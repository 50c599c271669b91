-- alter table:m
--   change-not-null columns.b.not-null: false → true

-- ==== up ====
-- batch

-- 1. look for nulls in column b of table m (alter table:m)
ALTER TABLE public.m ADD CONSTRAINT schema_sync_not_null_b CHECK (b IS NOT NULL) NOT VALID;
ALTER TABLE public.m VALIDATE CONSTRAINT schema_sync_not_null_b;
-- removes what a failure leaves behind: ALTER TABLE public.m DROP CONSTRAINT schema_sync_not_null_b;
-- batch, all or nothing

-- 2. forbid nulls in column b of table m (alter table:m)
ALTER TABLE public.m ALTER COLUMN b SET NOT NULL;
ALTER TABLE public.m DROP CONSTRAINT schema_sync_not_null_b;

-- ==== down ====
-- batch, all or nothing

-- 1. allow nulls in column b of table m (alter table:m)
--    ! correctness, ends-guarantee: drops the NOT NULL of column b of table m: from then on rows come that break it, and no statement fails
ALTER TABLE public.m ALTER COLUMN b DROP NOT NULL;
