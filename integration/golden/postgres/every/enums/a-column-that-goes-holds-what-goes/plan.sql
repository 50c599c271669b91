-- drop index:t_old
-- alter postgres/domain:strict
--   change-parts parts.mood: made anew
-- alter postgres/enum:mood
--   drop-value labels.mad: mad
-- alter table:t
--   drop-column columns.list: list public.mood[]
--   drop-column columns.old: old public.mood DEFAULT 'mad'::public.mood NOT NULL
--   drop-column columns.strict: strict public.strict

-- ==== up ====
-- batch, all or nothing

-- 1. drop index t_old (drop index:t_old)
--    ! slow, drops-index: drops index t_old: queries that used it read all of table t from then on
DROP INDEX public.t_old;

-- 2. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table other again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes other.a from enum mood to fewer values, which fails where one that goes is stored [irreversible]
--    ! data-loss, converts-values: changes t.kept from enum mood to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of other still hold a value in a that goes from the enum mood
SELECT a AS value, count(*) AS rows FROM public.other WHERE a::text IN ('mad') GROUP BY 1;
-- must find nothing: rows of t still hold a value in kept that goes from the enum mood
SELECT kept AS value, count(*) AS rows FROM public.t WHERE kept::text IN ('mad') GROUP BY 1;
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('ok', 'sad');
ALTER TABLE public.other ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.other ALTER COLUMN a TYPE public.mood USING a::text::public.mood;
ALTER TABLE public.other ALTER COLUMN a SET DEFAULT 'sad'::public.mood;
ALTER TABLE public.t ALTER COLUMN kept TYPE public.mood USING kept::text::public.mood;
ALTER TABLE public.t ALTER COLUMN list TYPE text[] USING list::text[];
ALTER TABLE public.t ALTER COLUMN old DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN old TYPE text USING old::text;

-- 3. make domain strict anew (alter postgres/domain:strict)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain strict is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.strict RENAME TO _schema_sync_old_strict;
CREATE DOMAIN public.strict AS public.mood;
ALTER TABLE public.t ALTER COLUMN strict TYPE text USING strict::text;
DROP DOMAIN public._schema_sync_old_strict;
DROP TYPE public._schema_sync_old_mood;

-- 4. drop column list of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.list with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN list;

-- 5. drop column old of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.old with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN old;

-- 6. drop column strict of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.strict with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN strict;

-- The way down does not bring back:
--   alter postgres/enum:mood: changes other.a from enum mood to fewer values, which fails where one that goes is stored
--   alter postgres/enum:mood: changes t.kept from enum mood to fewer values, which fails where one that goes is stored
--   alter table:t: drops column t.list with all of its values
--   alter table:t: drops column t.old with all of its values
--   alter table:t: drops column t.strict with all of its values

-- ==== down ====
-- batch

-- 1. add value mad to enum mood (alter postgres/enum:mood)
ALTER TYPE public.mood ADD VALUE 'mad';
-- batch, all or nothing

-- 2. add column list of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN list public.mood[];

-- 3. add column old of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN old public.mood DEFAULT 'mad'::public.mood NOT NULL;

-- 4. add column strict of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN strict public.strict;

-- 5. create index t_old (create index:t_old)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX t_old ON public.t USING btree (old) WHERE (old <> 'ok'::public.mood);
