-- create postgres/constraint:m.m_pkey
-- create postgres/constraint:m.once Ü

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. build the index of partition m_1 to add primary key m_pkey to table m (create postgres/constraint:m.m_pkey)
CREATE UNIQUE INDEX CONCURRENTLY m_1_pkey ON public.m_1 (a, id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.m_1_pkey;
-- batch, postgres/lock_timeout = 0

-- 2. build the index of partition m_2 Ä to add primary key m_pkey to table m (create postgres/constraint:m.m_pkey)
CREATE UNIQUE INDEX CONCURRENTLY "m_2 Ä_pkey" ON public."m_2 Ä" (a, id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public."m_2 Ä_pkey";
-- batch, all or nothing

-- 3. add primary key m_pkey to table m (create postgres/constraint:m.m_pkey)
ALTER TABLE ONLY public.m ADD CONSTRAINT m_pkey PRIMARY KEY (a, id);
ALTER TABLE public.m_1 ADD CONSTRAINT m_1_pkey PRIMARY KEY USING INDEX m_1_pkey;
ALTER INDEX public.m_pkey ATTACH PARTITION public.m_1_pkey;
ALTER TABLE ONLY public.m_2 ADD CONSTRAINT m_2_pkey PRIMARY KEY (a, id);
ALTER TABLE public."m_2 Ä" ADD CONSTRAINT "m_2 Ä_pkey" PRIMARY KEY USING INDEX "m_2 Ä_pkey";
ALTER INDEX public.m_2_pkey ATTACH PARTITION public."m_2 Ä_pkey";
ALTER INDEX public.m_pkey ATTACH PARTITION public.m_2_pkey;
-- batch, postgres/lock_timeout = 0

-- 4. build the index of partition m_1 to add unique once Ü to table m (create postgres/constraint:m.once Ü)
CREATE UNIQUE INDEX CONCURRENTLY m_1_id_a_c_key ON public.m_1 (id, a) INCLUDE (c);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.m_1_id_a_c_key;
-- batch, postgres/lock_timeout = 0

-- 5. build the index of partition m_2 Ä to add unique once Ü to table m (create postgres/constraint:m.once Ü)
CREATE UNIQUE INDEX CONCURRENTLY "m_2 Ä_id_a_c_key" ON public."m_2 Ä" (id, a) INCLUDE (c);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public."m_2 Ä_id_a_c_key";
-- batch, all or nothing

-- 6. add unique once Ü to table m (create postgres/constraint:m.once Ü)
ALTER TABLE ONLY public.m ADD CONSTRAINT "once Ü" UNIQUE (id, a) INCLUDE (c) DEFERRABLE;
ALTER TABLE public.m_1 ADD CONSTRAINT m_1_id_a_c_key UNIQUE USING INDEX m_1_id_a_c_key DEFERRABLE;
ALTER INDEX public."once Ü" ATTACH PARTITION public.m_1_id_a_c_key;
ALTER TABLE ONLY public.m_2 ADD CONSTRAINT m_2_id_a_c_key UNIQUE (id, a) INCLUDE (c) DEFERRABLE;
ALTER TABLE public."m_2 Ä" ADD CONSTRAINT "m_2 Ä_id_a_c_key" UNIQUE USING INDEX "m_2 Ä_id_a_c_key" DEFERRABLE;
ALTER INDEX public.m_2_id_a_c_key ATTACH PARTITION public."m_2 Ä_id_a_c_key";
ALTER INDEX public."once Ü" ATTACH PARTITION public.m_2_id_a_c_key;

-- ==== down ====
-- batch, all or nothing

-- 1. drop primary key m_pkey of table m (drop postgres/constraint:m.m_pkey)
--    ! correctness, ends-guarantee: drops the primary key m_pkey of table m: from then on rows come that break it, and no statement fails
ALTER TABLE public.m DROP CONSTRAINT m_pkey;
-- batch, all or nothing

-- 2. drop unique once Ü of table m (drop postgres/constraint:m.once Ü)
--    ! correctness, ends-guarantee: drops the unique once Ü of table m: from then on rows come that break it, and no statement fails
ALTER TABLE public.m DROP CONSTRAINT "once Ü";
