-- alter postgres/domain:d
--   change-base base: character varying(5) → character varying(3)
-- alter postgres/domain:e
--   change-parts parts.d: made anew

-- ==== up ====
-- batch, all or nothing

-- 1. make domain d anew (alter postgres/domain:d)
ALTER DOMAIN public.d RENAME TO _schema_sync_old_d;
CREATE DOMAIN public.d AS character varying(3);

-- 2. make domain e anew (alter postgres/domain:e)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain e is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.a from character varying(5) to character varying(3), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
ALTER DOMAIN public.e RENAME TO _schema_sync_old_e;
CREATE DOMAIN public.e AS public.d;
ALTER TABLE public.t ALTER COLUMN a TYPE public.e USING a::character varying;
DROP DOMAIN public._schema_sync_old_e;
DROP DOMAIN public._schema_sync_old_d;

-- The way down does not bring back:
--   alter postgres/domain:e: changes t.a from character varying(5) to character varying(3), which fails where a stored value is longer, but for blanks at its end, which are cut

-- ==== down ====
-- batch, all or nothing

-- 1. make domain d anew (alter postgres/domain:d)
ALTER DOMAIN public.d RENAME TO _schema_sync_old_d;
CREATE DOMAIN public.d AS character varying(5);

-- 2. make domain e anew (alter postgres/domain:e)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain e is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.e RENAME TO _schema_sync_old_e;
CREATE DOMAIN public.e AS public.d;
ALTER TABLE public.t ALTER COLUMN a TYPE public.e USING a::character varying;
DROP DOMAIN public._schema_sync_old_e;
DROP DOMAIN public._schema_sync_old_d;
