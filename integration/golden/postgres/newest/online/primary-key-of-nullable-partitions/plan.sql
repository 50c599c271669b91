-- create postgres/constraint:t.t_pkey
-- alter table:t
--   change-not-null columns.id.not-null: false → true

-- ==== up ====
-- batch

-- 1. forbid nulls in column id of table t (alter table:t)
ALTER TABLE public.t ADD CONSTRAINT t_id_not_null NOT NULL id NOT VALID;
ALTER TABLE public.t VALIDATE CONSTRAINT t_id_not_null;
-- removes what a failure leaves behind: ALTER TABLE public.t DROP CONSTRAINT t_id_not_null;
-- batch, postgres/lock_timeout = 0

-- 2. build the index of partition t1 to add primary key t_pkey to table t (create postgres/constraint:t.t_pkey)
CREATE UNIQUE INDEX CONCURRENTLY t1_pkey ON public.t1 (id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.t1_pkey;
-- batch, postgres/lock_timeout = 0

-- 3. build the index of partition t3 to add primary key t_pkey to table t (create postgres/constraint:t.t_pkey)
CREATE UNIQUE INDEX CONCURRENTLY t3_pkey ON public.t3 (id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.t3_pkey;
-- batch, all or nothing

-- 4. add primary key t_pkey to table t (create postgres/constraint:t.t_pkey)
ALTER TABLE ONLY public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);
ALTER TABLE public.t1 ADD CONSTRAINT t1_pkey PRIMARY KEY USING INDEX t1_pkey;
ALTER INDEX public.t_pkey ATTACH PARTITION public.t1_pkey;
ALTER TABLE ONLY public.t2 ADD CONSTRAINT t2_pkey PRIMARY KEY (id);
ALTER TABLE public.t3 ADD CONSTRAINT t3_pkey PRIMARY KEY USING INDEX t3_pkey;
ALTER INDEX public.t2_pkey ATTACH PARTITION public.t3_pkey;
ALTER INDEX public.t_pkey ATTACH PARTITION public.t2_pkey;

-- ==== down ====
-- batch, all or nothing

-- 1. drop primary key t_pkey of table t (drop postgres/constraint:t.t_pkey)
--    ! correctness, ends-guarantee: drops the primary key t_pkey of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t DROP CONSTRAINT t_pkey;
-- batch, all or nothing

-- 2. allow nulls in column id of table t (alter table:t)
--    ! correctness, ends-guarantee: drops the NOT NULL of column id of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t ALTER COLUMN id DROP NOT NULL;
ALTER TABLE public.t2 ALTER COLUMN id DROP NOT NULL;
ALTER TABLE public.t3 ALTER COLUMN id DROP NOT NULL;
ALTER TABLE public.t1 ALTER COLUMN id DROP NOT NULL;
