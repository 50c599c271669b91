-- replace index:alone: a partition that comes would get a part of it
-- replace index:part: it cannot stay while index:alone is replaced
-- replace postgres/constraint:p.p_id_key: a partition that comes would get a part of it
-- alter table:joins
--   add-parent parents.p: p FOR VALUES FROM (200) TO (300)
-- create table:new
-- alter table:rebound
--   drop-parent parents.p: p FOR VALUES FROM (0) TO (100)
--   add-parent parents.p: p FOR VALUES FROM (MINVALUE) TO (50)

-- ==== up ====
-- batch, all or nothing

-- 1. drop index alone (replace index:alone)
DROP INDEX public.alone;

-- 2. drop unique p_id_key of table p (replace postgres/constraint:p.p_id_key)
ALTER TABLE public.p DROP CONSTRAINT p_id_key;

-- 3. join the table above of table joins (alter table:joins)
--    ! blocks-reads, scans-table: reads all of table joins for whether its rows fit into p, and rows that do not comply make it fail
ALTER TABLE public.p ATTACH PARTITION public.joins FOR VALUES FROM (200) TO (300);

-- 4. create table new (create table:new)
CREATE TABLE public.new PARTITION OF public.p FOR VALUES FROM (300) TO (400);

-- 5. leave the table above of table rebound (alter table:rebound)
ALTER TABLE public.p DETACH PARTITION public.rebound;

-- 6. join the table above of table rebound (alter table:rebound)
--    ! blocks-reads, scans-table: reads all of table rebound for whether its rows fit into p, and rows that do not comply make it fail
ALTER TABLE public.p ATTACH PARTITION public.rebound FOR VALUES FROM (MINVALUE) TO (50);

-- 7. create index alone (replace index:alone)
CREATE INDEX alone ON ONLY public.p USING btree (v);

-- 8. create index part (replace index:part)
--    ! blocks-writes, builds-index: builds an index over table stays; nobody writes to it meanwhile
CREATE INDEX part ON public.stays USING btree (v);

-- 9. alter index part (replace index:part)
ALTER INDEX public.alone ATTACH PARTITION public.part;

-- 10. add unique p_id_key to table p (replace postgres/constraint:p.p_id_key)
ALTER TABLE ONLY public.p ADD CONSTRAINT p_id_key UNIQUE (id);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table new (drop table:new)
--    ! data-loss, drops-table: drops table new with all of its rows [irreversible]
DROP TABLE public.new;

-- 2. leave the table above of table joins (alter table:joins)
--    ! correctness, hides-rows: takes table joins out of table p: who reads, changes or counts the rows of p does not find those of joins any more, and no statement fails
ALTER TABLE public.p DETACH PARTITION public.joins;

-- 3. drop index alone (replace index:alone)
DROP INDEX public.alone;

-- 4. drop unique p_id_key of table p (replace postgres/constraint:p.p_id_key)
ALTER TABLE public.p DROP CONSTRAINT p_id_key;

-- 5. leave the table above of table rebound (alter table:rebound)
ALTER TABLE public.p DETACH PARTITION public.rebound;

-- 6. join the table above of table rebound (alter table:rebound)
--    ! blocks-reads, scans-table: reads all of table rebound for whether its rows fit into p, and rows that do not comply make it fail
ALTER TABLE public.p ATTACH PARTITION public.rebound FOR VALUES FROM (0) TO (100);

-- 7. create index alone (replace index:alone)
CREATE INDEX alone ON ONLY public.p USING btree (v);

-- 8. create index part (replace index:part)
--    ! blocks-writes, builds-index: builds an index over table stays; nobody writes to it meanwhile
CREATE INDEX part ON public.stays USING btree (v);

-- 9. alter index part (replace index:part)
ALTER INDEX public.alone ATTACH PARTITION public.part;

-- 10. add unique p_id_key to table p (replace postgres/constraint:p.p_id_key)
ALTER TABLE ONLY public.p ADD CONSTRAINT p_id_key UNIQUE (id);
