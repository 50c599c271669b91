-- alter postgres/composite-type:address
--   change-attributes attributes: street character varying(10) → street character varying(3)

-- ==== up ====
-- batch, all or nothing

-- 1. make composite type address anew (alter postgres/composite-type:address)
--    ! blocks-reads, rewrites-table: writes table t again, because the type address is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.a.street from character varying(10) to character varying(3), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
ALTER TYPE public.address RENAME TO _schema_sync_old_address;
CREATE TYPE public.address AS (
  street character varying(3)
);
ALTER TABLE public.t ALTER COLUMN a TYPE public.address USING CASE WHEN a IS DISTINCT FROM NULL THEN ROW((a).street::character varying) END::text::public.address;
DROP TYPE public._schema_sync_old_address;

-- The way down does not bring back:
--   alter postgres/composite-type:address: changes t.a.street from character varying(10) to character varying(3), which fails where a stored value is longer, but for blanks at its end, which are cut

-- ==== down ====
-- batch, all or nothing

-- 1. make composite type address anew (alter postgres/composite-type:address)
--    ! blocks-reads, rewrites-table: writes table t again, because the type address is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.address RENAME TO _schema_sync_old_address;
CREATE TYPE public.address AS (
  street character varying(10)
);
ALTER TABLE public.t ALTER COLUMN a TYPE public.address USING CASE WHEN a IS DISTINCT FROM NULL THEN ROW((a).street) END::text::public.address;
DROP TYPE public._schema_sync_old_address;
