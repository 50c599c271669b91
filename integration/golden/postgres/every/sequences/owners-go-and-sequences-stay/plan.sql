-- drop table:gone
-- alter table:t
--   drop-column columns.n: n integer
--   drop-column columns.o: o integer
--   change-owns columns.id.owns: none → ["sequence:s"]
--   change-owns columns.p.owns: ["sequence:w"] → none
--   add-column columns.k: k integer
-- alter table:u
--   change-owns columns.m.owns: none → ["sequence:q"]

-- ==== up ====
-- batch, all or nothing

-- 1. drop table gone (drop table:gone)
--    ! data-loss, drops-table: drops table gone with all of its rows [irreversible]
ALTER SEQUENCE public.r OWNED BY NONE;
DROP TABLE public.gone;

-- 2. drop column n of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.n with all of its values [irreversible]
ALTER SEQUENCE public.q OWNED BY NONE;
ALTER TABLE public.t DROP COLUMN n;

-- 3. drop column o of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.o with all of its values [irreversible]
ALTER SEQUENCE public.s OWNED BY NONE;
ALTER TABLE public.t DROP COLUMN o;

-- 4. change the sequences that go with column id of table t (alter table:t)
ALTER SEQUENCE public.s OWNED BY public.t.id;

-- 5. add column k of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN k integer;
ALTER SEQUENCE public.w OWNED BY public.t.k;

-- 6. change the sequences that go with column m of table u (alter table:u)
ALTER SEQUENCE public.q OWNED BY public.u.m;

-- The way down does not bring back:
--   drop table:gone: drops table gone with all of its rows
--   alter table:t: drops column t.n with all of its values
--   alter table:t: drops column t.o with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. create table gone (create table:gone)
CREATE TABLE public.gone (
  id integer
);
ALTER SEQUENCE public.r OWNED BY public.gone.id;

-- 2. drop column k of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.k with all of its values [irreversible]
ALTER SEQUENCE public.w OWNED BY NONE;
ALTER TABLE public.t DROP COLUMN k;

-- 3. change the sequences that go with column p of table t (alter table:t)
ALTER SEQUENCE public.w OWNED BY public.t.p;

-- 4. add column n of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN n integer;
ALTER SEQUENCE public.q OWNED BY public.t.n;

-- 5. add column o of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN o integer;
ALTER SEQUENCE public.s OWNED BY public.t.o;
