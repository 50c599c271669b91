-- drop postgres/constraint:line.line_m_id_fkey
-- drop table:m
-- drop table:m_0

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign key line_m_id_fkey of table line (drop postgres/constraint:line.line_m_id_fkey)
--    ! correctness, ends-guarantee: drops the foreign key line_m_id_fkey of table line: from then on rows come that break it, and no statement fails
ALTER TABLE public.line DROP CONSTRAINT line_m_id_fkey;

-- 2. drop table m_0 (drop table:m_0)
--    ! data-loss, drops-table: drops table m_0 with all of its rows [irreversible]
DROP TABLE public.m_0;

-- 3. drop table m (drop table:m)
--    ! data-loss, drops-table: drops table m with all of its rows [irreversible]
DROP TABLE public.m;

-- The way down does not bring back:
--   drop table:m_0: drops table m_0 with all of its rows
--   drop table:m: drops table m with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. create table m (create table:m)
CREATE TABLE public.m (
  id integer NOT NULL
) PARTITION BY HASH (id);

-- 2. add primary key m_pkey to table m (create postgres/constraint:m.m_pkey)
ALTER TABLE public.m ADD CONSTRAINT m_pkey PRIMARY KEY (id);

-- 3. create table m_0 (create table:m_0)
CREATE TABLE public.m_0 PARTITION OF public.m FOR VALUES WITH (modulus 1, remainder 0);

-- 4. add foreign key line_m_id_fkey to table line (create postgres/constraint:line.line_m_id_fkey)
--    ! blocks-writes, scans-table: reads all of table line for the foreign key line_m_id_fkey, and rows that do not comply make it fail
ALTER TABLE public.line ADD CONSTRAINT line_m_id_fkey FOREIGN KEY (m_id) REFERENCES public.m(id);
