-- alter postgres/composite-type:address
--   change-attributes attributes: street character varying(10), fee numeric(6,2), flags bit varying(8), code character(5), tags character varying(10)[] → street character varying(3), fee numeric(6,1), flags bit varying(4), code character(3), tags character varying(3)[]

-- ==== up ====
-- batch, all or nothing

-- 1. make composite type address anew (alter postgres/composite-type:address)
--    ! blocks-reads, rewrites-table: writes table t again, because the type address is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.a.street from character varying(10) to character varying(3), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! data-loss, converts-values: changes t.a.fee from numeric(6,2) to numeric(6,1), which rounds stored values to 1 digit after the point, and fails where one is too large [irreversible]
--    ! data-loss, converts-values: changes t.a.flags from bit varying(8) to bit varying(4), which fails where a stored value is longer [irreversible]
--    ! data-loss, converts-values: changes t.a.code from character(5) to character(3), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! data-loss, converts-values: changes t.a.tags from character varying(10)[] to character varying(3)[], which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
ALTER TYPE public.address RENAME TO _schema_sync_old_address;
CREATE TYPE public.address AS (
  street character varying(3),
  fee numeric(6,1),
  flags bit varying(4),
  code character(3),
  tags character varying(3)[]
);
ALTER TABLE public.t ALTER COLUMN a TYPE public.address USING CASE WHEN a IS DISTINCT FROM NULL THEN ROW((a).street::character varying, (a).fee::numeric(6,1), (a).flags::bit varying, (a).code::bpchar, (a).tags::character varying[]) END::text::public.address;
DROP TYPE public._schema_sync_old_address;

-- The way down does not bring back:
--   alter postgres/composite-type:address: changes t.a.street from character varying(10) to character varying(3), which fails where a stored value is longer, but for blanks at its end, which are cut
--   alter postgres/composite-type:address: changes t.a.fee from numeric(6,2) to numeric(6,1), which rounds stored values to 1 digit after the point, and fails where one is too large
--   alter postgres/composite-type:address: changes t.a.flags from bit varying(8) to bit varying(4), which fails where a stored value is longer
--   alter postgres/composite-type:address: changes t.a.code from character(5) to character(3), which fails where a stored value is longer, but for blanks at its end, which are cut
--   alter postgres/composite-type:address: changes t.a.tags from character varying(10)[] to character varying(3)[], which fails where a stored value is longer, but for blanks at its end, which are cut

-- ==== down ====
-- batch, all or nothing

-- 1. make composite type address anew (alter postgres/composite-type:address)
--    ! blocks-reads, rewrites-table: writes table t again, because the type address is made anew; nobody reads or writes it meanwhile
--    ! blocks-reads, scans-table: reads all of table t for values of a.fee that are no numeric(6,2), and rows that do not comply make it fail
ALTER TYPE public.address RENAME TO _schema_sync_old_address;
CREATE TYPE public.address AS (
  street character varying(10),
  fee numeric(6,2),
  flags bit varying(8),
  code character(5),
  tags character varying(10)[]
);
ALTER TABLE public.t ALTER COLUMN a TYPE public.address USING CASE WHEN a IS DISTINCT FROM NULL THEN ROW((a).street, (a).fee::numeric(6,2), (a).flags, (a).code::bpchar, (a).tags::character varying[]) END::text::public.address;
DROP TYPE public._schema_sync_old_address;
