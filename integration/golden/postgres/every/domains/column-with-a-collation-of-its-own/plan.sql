-- alter postgres/domain:d
--   change-base base: character varying(10) → text
-- alter postgres/domain:e
--   change-base base: text COLLATE pg_catalog."POSIX" → text
-- alter table:t
--   change-collation columns.c.collation: pg_catalog."C" → pg_catalog."POSIX"
--   change-collation columns.gone.collation: pg_catalog."C" → none

-- ==== up ====
-- batch, all or nothing

-- 1. make domain d anew (alter postgres/domain:d)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain d is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.d RENAME TO _schema_sync_old_d;
CREATE DOMAIN public.d AS text;
ALTER TABLE public.t ALTER COLUMN a TYPE public.d COLLATE pg_catalog."C" USING a::text::public.d;
ALTER TABLE public.t ALTER COLUMN c TYPE public.d USING c::text::public.d;
ALTER TABLE public.t ALTER COLUMN gone TYPE public.d USING gone::text::public.d;
DROP DOMAIN public._schema_sync_old_d;

-- 2. make domain e anew (alter postgres/domain:e)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain e is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.e RENAME TO _schema_sync_old_e;
CREATE DOMAIN public.e AS text;
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN b TYPE public.e COLLATE pg_catalog."C" USING b::text::public.e;
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT 'x'::text;
DROP DOMAIN public._schema_sync_old_e;

-- 3. change the type of column c of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN c TYPE public.d COLLATE pg_catalog."POSIX";

-- 4. change the type of column gone of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN gone TYPE public.d;

-- ==== down ====
-- batch, all or nothing

-- 1. make domain d anew (alter postgres/domain:d)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain d is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.a from text to character varying(10), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! data-loss, converts-values: changes t.c from text to character varying(10), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! data-loss, converts-values: changes t.gone from text to character varying(10), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
ALTER DOMAIN public.d RENAME TO _schema_sync_old_d;
CREATE DOMAIN public.d AS character varying(10);
ALTER TABLE public.t ALTER COLUMN a TYPE public.d COLLATE pg_catalog."C" USING a::character varying;
ALTER TABLE public.t ALTER COLUMN c TYPE public.d USING c::character varying;
ALTER TABLE public.t ALTER COLUMN gone TYPE public.d USING gone::character varying;
DROP DOMAIN public._schema_sync_old_d;

-- 2. make domain e anew (alter postgres/domain:e)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain e is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.e RENAME TO _schema_sync_old_e;
CREATE DOMAIN public.e AS text COLLATE pg_catalog."POSIX";
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN b TYPE public.e COLLATE pg_catalog."C" USING b::text::public.e;
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT 'x'::text;
DROP DOMAIN public._schema_sync_old_e;

-- 3. change the type of column c of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN c TYPE public.d COLLATE pg_catalog."C";

-- 4. change the type of column gone of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN gone TYPE public.d COLLATE pg_catalog."C";
