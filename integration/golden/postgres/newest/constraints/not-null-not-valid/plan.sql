-- alter table:t
--   change-not-null-constraint columns.b.not-null-constraint: none → {"name":"b_there","unvalidated":true}

-- ==== up ====
-- batch, all or nothing

-- 1. forbid nulls in column b from now on of table t (alter table:t)
ALTER TABLE public.t ADD CONSTRAINT b_there NOT NULL b NOT VALID;

-- ==== down ====
-- batch, all or nothing

-- 1. allow nulls in column b of table t (alter table:t)
--    ! correctness, ends-guarantee: drops the NOT NULL of column b of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t DROP CONSTRAINT b_there;
