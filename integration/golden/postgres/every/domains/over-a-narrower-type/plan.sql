-- alter postgres/domain:d
--   change-base base: text → character varying(3)

-- ==== up ====
-- batch, all or nothing

-- 1. make domain d anew (alter postgres/domain:d)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain d is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.a from text to character varying(3), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
ALTER DOMAIN public.d RENAME TO _schema_sync_old_d;
CREATE DOMAIN public.d AS character varying(3);
ALTER TABLE public.t ALTER COLUMN a TYPE public.d USING a::character varying;
DROP DOMAIN public._schema_sync_old_d;

-- The way down does not bring back:
--   alter postgres/domain:d: changes t.a from text to character varying(3), which fails where a stored value is longer, but for blanks at its end, which are cut

-- ==== down ====
-- batch, all or nothing

-- 1. make domain d anew (alter postgres/domain:d)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain d is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.d RENAME TO _schema_sync_old_d;
CREATE DOMAIN public.d AS text;
ALTER TABLE public.t ALTER COLUMN a TYPE public.d USING a::text::public.d;
DROP DOMAIN public._schema_sync_old_d;
