-- create index:come_id
-- create postgres/comment:come.table
-- create postgres/comment:come_id.index
-- create table:come
-- drop table:gone

-- ==== up ====
-- batch, all or nothing

-- 1. drop table gone (drop table:gone)
--    ! data-loss, drops-table: drops table gone with all of its rows [irreversible]
DROP TABLE public.gone;

-- 2. create table come (create table:come)
CREATE TABLE public.come (
  id integer,
  a integer
);

-- 3. create index come_id (create index:come_id)
CREATE INDEX come_id ON public.come USING btree (id);

-- 4. comment on table come (create postgres/comment:come.table)
COMMENT ON TABLE public.come IS 'here';
COMMENT ON COLUMN public.come.a IS 'here';

-- 5. comment on index come_id (create postgres/comment:come_id.index)
COMMENT ON INDEX public.come_id IS 'here';

-- The way down does not bring back:
--   drop table:gone: drops table gone with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. drop table come (drop table:come)
--    ! data-loss, drops-table: drops table come with all of its rows [irreversible]
DROP TABLE public.come;

-- 2. create table gone (create table:gone)
CREATE TABLE public.gone (
  id integer
);

-- 3. create index gone_id (create index:gone_id)
CREATE INDEX gone_id ON public.gone USING btree (id);

-- 4. comment on table gone (create postgres/comment:gone.table)
COMMENT ON TABLE public.gone IS 'gone';
COMMENT ON COLUMN public.gone.id IS 'gone';

-- 5. comment on index gone_id (create postgres/comment:gone_id.index)
COMMENT ON INDEX public.gone_id IS 'gone';
