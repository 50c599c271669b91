-- alter postgres/collation:c
--   change-options options: PROVIDER = icu, LOCALE = 'de-DE' → PROVIDER = icu, LOCALE = 'sv-SE'
-- alter postgres/domain:d
--   change-parts parts.c: made anew
-- alter postgres/enum:e
--   change-order labels: ["a","b"] → ["b","a"]
-- alter table:t
--   drop-column columns.both_of: both_of text GENERATED ALWAYS AS ((a || (b)::text)) STORED
--   drop-column columns.third: third boolean GENERATED ALWAYS AS ((((b)::text > a) AND (x = 'a'::public.e))) STORED
--   add-column columns.both_of: both_of text GENERATED ALWAYS AS ((a || (b)::text)) STORED
--   add-column columns.third: third boolean GENERATED ALWAYS AS ((((b)::text > a) AND (x = 'a'::public.e))) STORED

-- ==== up ====
-- batch, all or nothing

-- 1. make collation c anew (alter postgres/collation:c)
--    ! blocks-reads, rewrites-table: writes table t again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
ALTER TABLE public.t DROP COLUMN both_of;
ALTER TABLE public.t DROP COLUMN third;
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'sv-SE');
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.c;

-- 2. make enum e anew (alter postgres/enum:e)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum e is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.e RENAME TO _schema_sync_old_e;
CREATE TYPE public.e AS ENUM ('b', 'a');
ALTER TABLE public.t ALTER COLUMN x TYPE public.e USING x::text::public.e;
DROP TYPE public._schema_sync_old_e;

-- 3. make domain d anew (alter postgres/domain:d)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain d is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.d RENAME TO _schema_sync_old_d;
CREATE DOMAIN public.d AS text COLLATE public.c;
ALTER TABLE public.t ALTER COLUMN b TYPE public.d USING b::text::public.d;
DROP DOMAIN public._schema_sync_old_d;
DROP COLLATION public._schema_sync_old_c;

-- 4. add column both_of of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column both_of; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN both_of text GENERATED ALWAYS AS ((a || (b)::text)) STORED;

-- 5. add column third of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column third; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN third boolean GENERATED ALWAYS AS ((((b)::text > a) AND (x = 'a'::public.e))) STORED;

-- ==== down ====
-- batch, all or nothing

-- 1. make collation c anew (alter postgres/collation:c)
--    ! blocks-reads, rewrites-table: writes table t again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
ALTER TABLE public.t DROP COLUMN both_of;
ALTER TABLE public.t DROP COLUMN third;
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'de-DE');
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.c;

-- 2. make enum e anew (alter postgres/enum:e)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum e is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.e RENAME TO _schema_sync_old_e;
CREATE TYPE public.e AS ENUM ('a', 'b');
ALTER TABLE public.t ALTER COLUMN x TYPE public.e USING x::text::public.e;
DROP TYPE public._schema_sync_old_e;

-- 3. make domain d anew (alter postgres/domain:d)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain d is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.d RENAME TO _schema_sync_old_d;
CREATE DOMAIN public.d AS text COLLATE public.c;
ALTER TABLE public.t ALTER COLUMN b TYPE public.d USING b::text::public.d;
DROP DOMAIN public._schema_sync_old_d;
DROP COLLATION public._schema_sync_old_c;

-- 4. add column both_of of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column both_of; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN both_of text GENERATED ALWAYS AS ((a || (b)::text)) STORED;

-- 5. add column third of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column third; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN third boolean GENERATED ALWAYS AS ((((b)::text > a) AND (x = 'a'::public.e))) STORED;
