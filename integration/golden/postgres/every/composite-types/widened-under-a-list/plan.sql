-- alter postgres/composite-type:an Addr
--   change-attributes attributes: street character varying(30), zip character varying(5), n integer, day timestamp(3) without time zone → street text, zip character varying(10), n bigint, day timestamp(6) without time zone

-- ==== up ====
-- batch, all or nothing

-- 1. make composite type an Addr anew (alter postgres/composite-type:an Addr)
--    ! blocks-reads, rewrites-table: writes table t again, because the type an Addr is made anew; nobody reads or writes it meanwhile
ALTER TYPE public."an Addr" RENAME TO "_schema_sync_old_an Addr";
CREATE TYPE public."an Addr" AS (
  street text,
  zip character varying(10),
  n bigint,
  day timestamp(6) without time zone
);
ALTER TABLE public.t ALTER COLUMN all_of DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN all_of TYPE public."an Addr"[] USING all_of::text[]::public."an Addr"[];
ALTER TABLE public.t ALTER COLUMN all_of SET DEFAULT '{"(x,1,2,)"}'::public."an Addr"[];
ALTER TABLE public.t ALTER COLUMN one TYPE public."an Addr" USING one::text::public."an Addr";
DROP TYPE public."_schema_sync_old_an Addr";

-- ==== down ====
-- batch, all or nothing

-- 1. make composite type an Addr anew (alter postgres/composite-type:an Addr)
--    ! blocks-reads, rewrites-table: writes table t again, because the type an Addr is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.all_of.street from text to character varying(30), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! data-loss, converts-values: changes t.all_of.zip from character varying(10) to character varying(5), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, scans-table: reads all of table t for values of all_of.n that are no integer, and rows that do not comply make it fail
--    ! data-loss, converts-values: changes t.all_of.day from timestamp(6) without time zone to timestamp(3) without time zone, which rounds stored values to 3 digits of a second [irreversible]
--    ! data-loss, converts-values: changes t.one.street from text to character varying(30), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! data-loss, converts-values: changes t.one.zip from character varying(10) to character varying(5), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, scans-table: reads all of table t for values of one.n that are no integer, and rows that do not comply make it fail
--    ! data-loss, converts-values: changes t.one.day from timestamp(6) without time zone to timestamp(3) without time zone, which rounds stored values to 3 digits of a second [irreversible]
ALTER TYPE public."an Addr" RENAME TO "_schema_sync_old_an Addr";
CREATE TYPE public."an Addr" AS (
  street character varying(30),
  zip character varying(5),
  n integer,
  day timestamp(3) without time zone
);
ALTER TABLE public.t ALTER COLUMN all_of DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN all_of TYPE public."an Addr"[] USING all_of::text[]::public."an Addr"[];
ALTER TABLE public.t ALTER COLUMN all_of SET DEFAULT '{"(x,1,2,)"}'::public."an Addr"[];
ALTER TABLE public.t ALTER COLUMN one TYPE public."an Addr" USING one::text::public."an Addr";
DROP TYPE public."_schema_sync_old_an Addr";
