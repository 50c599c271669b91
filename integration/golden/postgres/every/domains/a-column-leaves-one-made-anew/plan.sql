-- alter postgres/domain:code
--   change-base base: character varying(5) → integer
-- alter table:t
--   change-type columns.codes.type: public.code[] → text[]
--   change-type columns.name.type: public.code → text
--   change-default columns.name.default: 'x'::character varying → 'x'::text

-- ==== up ====
-- batch, all or nothing

-- 1. make domain code anew (alter postgres/domain:code)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain code is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.kept from character varying(5) to integer, which reads stored values as integer: how they are written is not kept, and it fails where one is no integer [irreversible]
ALTER DOMAIN public.code RENAME TO _schema_sync_old_code;
CREATE DOMAIN public.code AS integer;
ALTER TABLE public.t ALTER COLUMN codes TYPE text[] USING codes::text[];
ALTER TABLE public.t ALTER COLUMN kept TYPE public.code USING kept::integer::public.code;
ALTER TABLE public.t ALTER COLUMN name DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN name TYPE text USING name::text;
DROP DOMAIN public._schema_sync_old_code;

-- 2. change the type of column codes of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.codes becomes text[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN codes TYPE text[] USING codes::text[];

-- 3. change the type of column name of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN name TYPE text;

-- 4. change the default of column name of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN name SET DEFAULT 'x'::text;

-- The way down does not bring back:
--   alter postgres/domain:code: changes t.kept from character varying(5) to integer, which reads stored values as integer: how they are written is not kept, and it fails where one is no integer

-- ==== down ====
-- batch, all or nothing

-- 1. make domain code anew (alter postgres/domain:code)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain code is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.kept from integer to character varying(5), which fails where a stored value is longer [irreversible]
ALTER DOMAIN public.code RENAME TO _schema_sync_old_code;
CREATE DOMAIN public.code AS character varying(5);
ALTER TABLE public.t ALTER COLUMN kept TYPE public.code USING kept::character varying;
DROP DOMAIN public._schema_sync_old_code;

-- 2. change the type of column codes of table t (alter table:t)
--    ! data-loss, converts-values: changes t.codes from text[] to public.code[], which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.codes becomes public.code[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN codes TYPE public.code[] USING codes::character varying[];

-- 3. change the type of column name of table t (alter table:t)
--    ! data-loss, converts-values: changes t.name from text to public.code, which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.name becomes public.code; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN name DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN name TYPE public.code USING name::character varying;

-- 4. change the default of column name of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN name SET DEFAULT 'x'::character varying;
