-- alter postgres/composite-type:an Addr
--   change-attributes attributes: street text, zip character varying(5), n integer, no integer, gone integer → street text, zip character varying(10), n bigint, no text, country text
-- alter table:t
--   change-default columns.all_of.default: '{"(x,1,2,3,4)"}'::public."an Addr"[] → '{"(x,1,2,3,)"}'::public."an Addr"[]

-- ==== up ====
-- batch, all or nothing

-- 1. make composite type an Addr anew (alter postgres/composite-type:an Addr)
--    ! blocks-reads, rewrites-table: writes table t again, because the type an Addr is made anew; nobody reads or writes it meanwhile
--    ! data-loss, drops-column: drops attribute gone of type an Addr, and what the values of t.all_of hold for it [irreversible]
--    ! data-loss, drops-column: drops attribute gone of type an Addr, and what the values of t.one hold for it [irreversible]
ALTER TYPE public."an Addr" DROP ATTRIBUTE gone;
ALTER TYPE public."an Addr" RENAME TO "_schema_sync_old_an Addr";
CREATE TYPE public."an Addr" AS (
  street text,
  zip character varying(10),
  n bigint,
  no text
);
ALTER TABLE public.t ALTER COLUMN all_of DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN all_of TYPE public."an Addr"[] USING all_of::text[]::public."an Addr"[];
ALTER TABLE public.t ALTER COLUMN one TYPE public."an Addr" USING one::text::public."an Addr";
ALTER TYPE public."an Addr" ADD ATTRIBUTE country text;
DROP TYPE public."_schema_sync_old_an Addr";

-- 2. change the default of column all_of of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN all_of SET DEFAULT '{"(x,1,2,3,)"}'::public."an Addr"[];

-- The way down does not bring back:
--   alter postgres/composite-type:an Addr: drops attribute gone of type an Addr, and what the values of t.all_of hold for it
--   alter postgres/composite-type:an Addr: drops attribute gone of type an Addr, and what the values of t.one hold for it

-- ==== down ====
-- batch, all or nothing

-- 1. make composite type an Addr anew (alter postgres/composite-type:an Addr)
--    ! blocks-reads, rewrites-table: writes table t again, because the type an Addr is made anew; nobody reads or writes it meanwhile
--    ! data-loss, drops-column: drops attribute country of type an Addr, and what the values of t.all_of hold for it [irreversible]
--    ! data-loss, converts-values: changes t.all_of.zip from character varying(10) to character varying(5), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, scans-table: reads all of table t for values of all_of.n that are no integer, and rows that do not comply make it fail
--    ! data-loss, converts-values: changes t.all_of.no from text to integer, which reads stored values as integer: how they are written is not kept, and it fails where one is no integer [irreversible]
--    ! data-loss, drops-column: drops attribute country of type an Addr, and what the values of t.one hold for it [irreversible]
--    ! data-loss, converts-values: changes t.one.zip from character varying(10) to character varying(5), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, scans-table: reads all of table t for values of one.n that are no integer, and rows that do not comply make it fail
--    ! data-loss, converts-values: changes t.one.no from text to integer, which reads stored values as integer: how they are written is not kept, and it fails where one is no integer [irreversible]
ALTER TYPE public."an Addr" DROP ATTRIBUTE country;
ALTER TYPE public."an Addr" RENAME TO "_schema_sync_old_an Addr";
CREATE TYPE public."an Addr" AS (
  street text,
  zip character varying(5),
  n integer,
  no integer
);
ALTER TABLE public.t ALTER COLUMN all_of DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN all_of TYPE public."an Addr"[] USING all_of::text[]::public."an Addr"[];
ALTER TABLE public.t ALTER COLUMN one TYPE public."an Addr" USING one::text::public."an Addr";
ALTER TYPE public."an Addr" ADD ATTRIBUTE gone integer;
DROP TYPE public."_schema_sync_old_an Addr";

-- 2. change the default of column all_of of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN all_of SET DEFAULT '{"(x,1,2,3,4)"}'::public."an Addr"[];
