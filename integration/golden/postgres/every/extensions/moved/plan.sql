-- alter postgres/extension:citext
--   change-schema schema: public → app
-- alter table:t
--   change-type columns.a.type: public.citext → app.citext

-- ==== up ====
-- batch, all or nothing

-- 1. move extension citext to app (alter postgres/extension:citext)
ALTER EXTENSION citext SET SCHEMA app;

-- 2. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from public.citext to app.citext, which may cut, round or refuse stored values [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes app.citext; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE app.citext USING a::app.citext;

-- The way down does not bring back:
--   alter table:t: changes t.a from public.citext to app.citext, which may cut, round or refuse stored values

-- ==== down ====
-- batch, all or nothing

-- 1. move extension citext to public (alter postgres/extension:citext)
ALTER EXTENSION citext SET SCHEMA public;

-- 2. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from app.citext to public.citext, which may cut, round or refuse stored values [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes public.citext; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE public.citext USING a::public.citext;
