-- alter postgres/collation:c
--   change-options options: PROVIDER = icu, LOCALE = 'de-DE' → PROVIDER = icu, LOCALE = 'sv-SE'
-- alter postgres/domain:we ird
--   change-parts parts.c: made anew
-- alter postgres/enum:e
--   change-order labels: ["a","b"] → ["b","a"]
-- alter table:p
--   change-default columns.a.default: lower(('X'::text COLLATE public.c)) → lower(('Y'::text COLLATE public.c))

-- ==== up ====
-- batch, all or nothing

-- 1. make collation c anew (alter postgres/collation:c)
ALTER TABLE public.p ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.q ALTER COLUMN a DROP DEFAULT;
ALTER TABLE ONLY public.t ALTER COLUMN a DROP DEFAULT;
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'sv-SE');
ALTER TABLE public.q ALTER COLUMN a SET DEFAULT 
CASE
    WHEN (('a'::text COLLATE public.c) > 'b'::text) THEN 'a'::text
    ELSE 'b'::text
END;
ALTER TABLE ONLY public.t ALTER COLUMN a SET DEFAULT 
CASE
    WHEN (('a'::text COLLATE public.c) > 'b'::text) THEN 'a'::text
    ELSE 'b'::text
END;

-- 2. make domain we ird anew (alter postgres/domain:we ird)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain we ird is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public."we ird" RENAME TO "_schema_sync_old_we ird";
CREATE DOMAIN public."we ird" AS text DEFAULT upper(('a'::text COLLATE public.c));
ALTER TABLE public.t ALTER COLUMN d TYPE public."we ird" USING d::text::public."we ird";
DROP DOMAIN public."_schema_sync_old_we ird";
DROP COLLATION public._schema_sync_old_c;

-- 3. make enum e anew (alter postgres/enum:e)
ALTER TABLE public.p ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.q ALTER COLUMN b DROP DEFAULT;
ALTER TABLE ONLY public.t ALTER COLUMN b DROP DEFAULT;
ALTER TYPE public.e RENAME TO _schema_sync_old_e;
CREATE TYPE public.e AS ENUM ('b', 'a');
ALTER TABLE public.p ALTER COLUMN b SET DEFAULT ('b'::public.e)::text;
ALTER TABLE public.q ALTER COLUMN b SET DEFAULT ('a'::public.e)::text;
ALTER TABLE ONLY public.t ALTER COLUMN b SET DEFAULT ('a'::public.e)::text;
DROP TYPE public._schema_sync_old_e;

-- 4. change the default of column a of table p (alter table:p)
ALTER TABLE public.p ALTER COLUMN a SET DEFAULT lower(('Y'::text COLLATE public.c));

-- ==== down ====
-- batch, all or nothing

-- 1. make collation c anew (alter postgres/collation:c)
ALTER TABLE public.p ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.q ALTER COLUMN a DROP DEFAULT;
ALTER TABLE ONLY public.t ALTER COLUMN a DROP DEFAULT;
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'de-DE');
ALTER TABLE public.q ALTER COLUMN a SET DEFAULT 
CASE
    WHEN (('a'::text COLLATE public.c) > 'b'::text) THEN 'a'::text
    ELSE 'b'::text
END;
ALTER TABLE ONLY public.t ALTER COLUMN a SET DEFAULT 
CASE
    WHEN (('a'::text COLLATE public.c) > 'b'::text) THEN 'a'::text
    ELSE 'b'::text
END;

-- 2. make domain we ird anew (alter postgres/domain:we ird)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain we ird is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public."we ird" RENAME TO "_schema_sync_old_we ird";
CREATE DOMAIN public."we ird" AS text DEFAULT upper(('a'::text COLLATE public.c));
ALTER TABLE public.t ALTER COLUMN d TYPE public."we ird" USING d::text::public."we ird";
DROP DOMAIN public."_schema_sync_old_we ird";
DROP COLLATION public._schema_sync_old_c;

-- 3. make enum e anew (alter postgres/enum:e)
ALTER TABLE public.p ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.q ALTER COLUMN b DROP DEFAULT;
ALTER TABLE ONLY public.t ALTER COLUMN b DROP DEFAULT;
ALTER TYPE public.e RENAME TO _schema_sync_old_e;
CREATE TYPE public.e AS ENUM ('a', 'b');
ALTER TABLE public.p ALTER COLUMN b SET DEFAULT ('b'::public.e)::text;
ALTER TABLE public.q ALTER COLUMN b SET DEFAULT ('a'::public.e)::text;
ALTER TABLE ONLY public.t ALTER COLUMN b SET DEFAULT ('a'::public.e)::text;
DROP TYPE public._schema_sync_old_e;

-- 4. change the default of column a of table p (alter table:p)
ALTER TABLE public.p ALTER COLUMN a SET DEFAULT lower(('X'::text COLLATE public.c));
