-- replace postgres/comment:t.table: it cannot stay while table:t is altered
-- drop postgres/comment:u.table
-- alter table:t
--   drop-column columns.gone: gone integer
-- alter table:u
--   drop-column columns.gone: gone integer

-- ==== up ====
-- batch, all or nothing

-- 1. comment on table u (drop postgres/comment:u.table)
COMMENT ON COLUMN public.u.gone IS NULL;

-- 2. drop column gone of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.gone with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN gone;

-- 3. comment on table t (replace postgres/comment:t.table)
COMMENT ON TABLE public.t IS 'a table';

-- 4. drop column gone of table u (alter table:u)
--    ! data-loss, drops-column: drops column u.gone with all of its values [irreversible]
ALTER TABLE public.u DROP COLUMN gone;

-- The way down does not bring back:
--   alter table:t: drops column t.gone with all of its values
--   alter table:u: drops column u.gone with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. add column gone of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN gone integer;

-- 2. comment on table t (alter postgres/comment:t.table)
COMMENT ON COLUMN public.t.gone IS 'gone';

-- 3. add column gone of table u (alter table:u)
ALTER TABLE public.u ADD COLUMN gone integer;

-- 4. comment on table u (create postgres/comment:u.table)
COMMENT ON COLUMN public.u.gone IS 'gone';
