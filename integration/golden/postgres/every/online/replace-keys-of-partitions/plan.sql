-- replace index:by_c: an index cannot be altered
-- replace postgres/constraint:m.m_pkey: a constraint cannot be altered
-- replace postgres/constraint:m.once Ü: a constraint cannot be altered

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. build its part of index by_c for partition m_1 (replace index:by_c)
CREATE INDEX CONCURRENTLY schema_sync_new_m_1_c_idx ON public.m_1 USING btree (c) WHERE (c > 'a'::text);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_m_1_c_idx;
-- batch, postgres/lock_timeout = 0

-- 2. build its part of index by_c for partition m_2 Ä (replace index:by_c)
CREATE INDEX CONCURRENTLY "schema_sync_new_m_2 Ä_c_idx" ON public."m_2 Ä" USING btree (c) WHERE (c > 'a'::text);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public."schema_sync_new_m_2 Ä_c_idx";
-- batch, postgres/lock_timeout = 0

-- 3. build the index of partition m_1 to add primary key m_pkey to table m (replace postgres/constraint:m.m_pkey)
CREATE UNIQUE INDEX CONCURRENTLY schema_sync_new_m_1_pkey ON public.m_1 (id, a);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_m_1_pkey;
-- batch, postgres/lock_timeout = 0

-- 4. build the index of partition m_2 Ä to add primary key m_pkey to table m (replace postgres/constraint:m.m_pkey)
CREATE UNIQUE INDEX CONCURRENTLY "schema_sync_new_m_2 Ä_pkey" ON public."m_2 Ä" (id, a);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public."schema_sync_new_m_2 Ä_pkey";
-- batch, postgres/lock_timeout = 0

-- 5. build the index of partition m_1 to add unique once Ü to table m (replace postgres/constraint:m.once Ü)
CREATE UNIQUE INDEX CONCURRENTLY schema_sync_new_m_1_id_a_c_key ON public.m_1 (id, a) INCLUDE (c);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_m_1_id_a_c_key;
-- batch, postgres/lock_timeout = 0

-- 6. build the index of partition m_2 Ä to add unique once Ü to table m (replace postgres/constraint:m.once Ü)
CREATE UNIQUE INDEX CONCURRENTLY "schema_sync_new_m_2 Ä_id_a_c_key" ON public."m_2 Ä" (id, a) INCLUDE (c);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public."schema_sync_new_m_2 Ä_id_a_c_key";
-- batch, all or nothing

-- 7. drop primary key m_pkey of table m (replace postgres/constraint:m.m_pkey)
ALTER TABLE public.m DROP CONSTRAINT m_pkey;

-- 8. add primary key m_pkey to table m (replace postgres/constraint:m.m_pkey)
ALTER TABLE ONLY public.m ADD CONSTRAINT m_pkey PRIMARY KEY (id, a);
ALTER TABLE public.m_1 ADD CONSTRAINT m_1_pkey PRIMARY KEY USING INDEX schema_sync_new_m_1_pkey;
ALTER INDEX public.m_pkey ATTACH PARTITION public.m_1_pkey;
ALTER TABLE ONLY public.m_2 ADD CONSTRAINT m_2_pkey PRIMARY KEY (id, a);
ALTER TABLE public."m_2 Ä" ADD CONSTRAINT "m_2 Ä_pkey" PRIMARY KEY USING INDEX "schema_sync_new_m_2 Ä_pkey";
ALTER INDEX public.m_2_pkey ATTACH PARTITION public."m_2 Ä_pkey";
ALTER INDEX public.m_pkey ATTACH PARTITION public.m_2_pkey;

-- 9. drop unique once Ü of table m (replace postgres/constraint:m.once Ü)
ALTER TABLE public.m DROP CONSTRAINT "once Ü";

-- 10. add unique once Ü to table m (replace postgres/constraint:m.once Ü)
ALTER TABLE ONLY public.m ADD CONSTRAINT "once Ü" UNIQUE (id, a) INCLUDE (c);
ALTER TABLE public.m_1 ADD CONSTRAINT m_1_id_a_c_key UNIQUE USING INDEX schema_sync_new_m_1_id_a_c_key;
ALTER INDEX public."once Ü" ATTACH PARTITION public.m_1_id_a_c_key;
ALTER TABLE ONLY public.m_2 ADD CONSTRAINT m_2_id_a_c_key UNIQUE (id, a) INCLUDE (c);
ALTER TABLE public."m_2 Ä" ADD CONSTRAINT "m_2 Ä_id_a_c_key" UNIQUE USING INDEX "schema_sync_new_m_2 Ä_id_a_c_key";
ALTER INDEX public.m_2_id_a_c_key ATTACH PARTITION public."m_2 Ä_id_a_c_key";
ALTER INDEX public."once Ü" ATTACH PARTITION public.m_2_id_a_c_key;

-- 11. drop index by_c (replace index:by_c)
DROP INDEX public.by_c;

-- 12. create index by_c (replace index:by_c)
CREATE INDEX by_c ON ONLY public.m USING btree (c) WHERE (c > 'a'::text);
ALTER INDEX public.schema_sync_new_m_1_c_idx RENAME TO m_1_c_idx;
ALTER INDEX public.by_c ATTACH PARTITION public.m_1_c_idx;
CREATE INDEX m_2_c_idx ON ONLY public.m_2 USING btree (c) WHERE (c > 'a'::text);
ALTER INDEX public."schema_sync_new_m_2 Ä_c_idx" RENAME TO "m_2 Ä_c_idx";
ALTER INDEX public.m_2_c_idx ATTACH PARTITION public."m_2 Ä_c_idx";
ALTER INDEX public.by_c ATTACH PARTITION public.m_2_c_idx;

-- ==== down ====
-- batch, postgres/lock_timeout = 0

-- 1. build its part of index by_c for partition m_1 (replace index:by_c)
CREATE INDEX CONCURRENTLY schema_sync_new_m_1_c_idx ON public.m_1 USING btree (c);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_m_1_c_idx;
-- batch, postgres/lock_timeout = 0

-- 2. build its part of index by_c for partition m_2 Ä (replace index:by_c)
CREATE INDEX CONCURRENTLY "schema_sync_new_m_2 Ä_c_idx" ON public."m_2 Ä" USING btree (c);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public."schema_sync_new_m_2 Ä_c_idx";
-- batch, postgres/lock_timeout = 0

-- 3. build the index of partition m_1 to add primary key m_pkey to table m (replace postgres/constraint:m.m_pkey)
CREATE UNIQUE INDEX CONCURRENTLY schema_sync_new_m_1_pkey ON public.m_1 (a, id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_m_1_pkey;
-- batch, postgres/lock_timeout = 0

-- 4. build the index of partition m_2 Ä to add primary key m_pkey to table m (replace postgres/constraint:m.m_pkey)
CREATE UNIQUE INDEX CONCURRENTLY "schema_sync_new_m_2 Ä_pkey" ON public."m_2 Ä" (a, id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public."schema_sync_new_m_2 Ä_pkey";
-- batch, postgres/lock_timeout = 0

-- 5. build the index of partition m_1 to add unique once Ü to table m (replace postgres/constraint:m.once Ü)
CREATE UNIQUE INDEX CONCURRENTLY schema_sync_new_m_1_id_a_key ON public.m_1 (id, a);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_m_1_id_a_key;
-- batch, postgres/lock_timeout = 0

-- 6. build the index of partition m_2 Ä to add unique once Ü to table m (replace postgres/constraint:m.once Ü)
CREATE UNIQUE INDEX CONCURRENTLY "schema_sync_new_m_2 Ä_id_a_key" ON public."m_2 Ä" (id, a);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public."schema_sync_new_m_2 Ä_id_a_key";
-- batch, all or nothing

-- 7. drop primary key m_pkey of table m (replace postgres/constraint:m.m_pkey)
ALTER TABLE public.m DROP CONSTRAINT m_pkey;

-- 8. add primary key m_pkey to table m (replace postgres/constraint:m.m_pkey)
ALTER TABLE ONLY public.m ADD CONSTRAINT m_pkey PRIMARY KEY (a, id);
ALTER TABLE public.m_1 ADD CONSTRAINT m_1_pkey PRIMARY KEY USING INDEX schema_sync_new_m_1_pkey;
ALTER INDEX public.m_pkey ATTACH PARTITION public.m_1_pkey;
ALTER TABLE ONLY public.m_2 ADD CONSTRAINT m_2_pkey PRIMARY KEY (a, id);
ALTER TABLE public."m_2 Ä" ADD CONSTRAINT "m_2 Ä_pkey" PRIMARY KEY USING INDEX "schema_sync_new_m_2 Ä_pkey";
ALTER INDEX public.m_2_pkey ATTACH PARTITION public."m_2 Ä_pkey";
ALTER INDEX public.m_pkey ATTACH PARTITION public.m_2_pkey;

-- 9. drop unique once Ü of table m (replace postgres/constraint:m.once Ü)
ALTER TABLE public.m DROP CONSTRAINT "once Ü";

-- 10. add unique once Ü to table m (replace postgres/constraint:m.once Ü)
ALTER TABLE ONLY public.m ADD CONSTRAINT "once Ü" UNIQUE (id, a);
ALTER TABLE public.m_1 ADD CONSTRAINT m_1_id_a_key UNIQUE USING INDEX schema_sync_new_m_1_id_a_key;
ALTER INDEX public."once Ü" ATTACH PARTITION public.m_1_id_a_key;
ALTER TABLE ONLY public.m_2 ADD CONSTRAINT m_2_id_a_key UNIQUE (id, a);
ALTER TABLE public."m_2 Ä" ADD CONSTRAINT "m_2 Ä_id_a_key" UNIQUE USING INDEX "schema_sync_new_m_2 Ä_id_a_key";
ALTER INDEX public.m_2_id_a_key ATTACH PARTITION public."m_2 Ä_id_a_key";
ALTER INDEX public."once Ü" ATTACH PARTITION public.m_2_id_a_key;

-- 11. drop index by_c (replace index:by_c)
DROP INDEX public.by_c;

-- 12. create index by_c (replace index:by_c)
CREATE INDEX by_c ON ONLY public.m USING btree (c);
ALTER INDEX public.schema_sync_new_m_1_c_idx RENAME TO m_1_c_idx;
ALTER INDEX public.by_c ATTACH PARTITION public.m_1_c_idx;
CREATE INDEX m_2_c_idx ON ONLY public.m_2 USING btree (c);
ALTER INDEX public."schema_sync_new_m_2 Ä_c_idx" RENAME TO "m_2 Ä_c_idx";
ALTER INDEX public.m_2_c_idx ATTACH PARTITION public."m_2 Ä_c_idx";
ALTER INDEX public.by_c ATTACH PARTITION public.m_2_c_idx;
