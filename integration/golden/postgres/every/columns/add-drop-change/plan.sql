-- alter table:t
--   drop-column columns.gone: gone text
--   change-type columns.kept.type: character varying(10) → character varying(20)
--   change-default columns.kept.default: 'x'::character varying → 'y'::character varying
--   add-column columns.fresh: fresh timestamp with time zone DEFAULT now() NOT NULL

-- ==== up ====
-- batch, all or nothing

-- 1. drop column gone of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.gone with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN gone;

-- 2. change the type of column kept of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN kept TYPE character varying(20);

-- 3. change the default of column kept of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN kept SET DEFAULT 'y'::character varying;

-- 4. add column fresh of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN fresh timestamp with time zone DEFAULT now() NOT NULL;

-- The way down does not bring back:
--   alter table:t: drops column t.gone with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop column fresh of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.fresh with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN fresh;

-- 2. change the type of column kept of table t (alter table:t)
--    ! data-loss, converts-values: changes t.kept from character varying(20) to character varying(10), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.kept becomes character varying(10); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN kept DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN kept TYPE character varying(10) USING kept::character varying;

-- 3. change the default of column kept of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN kept SET DEFAULT 'x'::character varying;

-- 4. add column gone of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN gone text;
