-- replace index:t_s: an index cannot be altered
-- alter postgres/domain:strict
--   change-parts parts.mood: made anew
-- alter postgres/enum:mood
--   drop-value labels.mad: mad
-- alter table:leads
--   change-type columns.s.type: public.mood → text
-- alter table:t
--   change-type columns.a list.type: public.mood[] → text[]
--   change-type columns.one.type: public.mood[] → text
--   change-type columns.other.type: public.mood → public."other Möod"
--   change-type columns.s.type: public.mood → text
--   change-default columns.s.default: 'mad'::public.mood → 'mad'::text
--   change-type columns.strict.type: public.strict → character varying(10)

-- ==== up ====
-- batch, all or nothing

-- 1. drop index t_s (replace index:t_s)
DROP INDEX public.t_s;

-- 2. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table leads again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.kept from enum mood to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of t still hold a value in kept that goes from the enum mood
SELECT kept AS value, count(*) AS rows FROM public.t WHERE kept::text IN ('mad') GROUP BY 1;
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('ok', 'sad');
ALTER TABLE public.leads ALTER COLUMN s TYPE text USING s::text;
ALTER TABLE public.t ALTER COLUMN "a list" TYPE text[] USING "a list"::text[];
ALTER TABLE public.t ALTER COLUMN kept TYPE public.mood USING kept::text::public.mood;
ALTER TABLE public.t ALTER COLUMN one TYPE text[] USING one::text[];
ALTER TABLE public.t ALTER COLUMN other TYPE text USING other::text;
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN s TYPE text USING s::text;

-- 3. make domain strict anew (alter postgres/domain:strict)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain strict is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.strict RENAME TO _schema_sync_old_strict;
CREATE DOMAIN public.strict AS public.mood;
ALTER TABLE public.t ALTER COLUMN strict TYPE text USING strict::text;
DROP DOMAIN public._schema_sync_old_strict;
DROP TYPE public._schema_sync_old_mood;

-- 4. change the type of column s of table leads (alter table:leads)
--    ! blocks-reads, rewrites-table: writes table leads again, because leads.s becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.leads ALTER COLUMN s TYPE text USING s::text;

-- 5. change the type of column a list of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a list becomes text[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN "a list" TYPE text[] USING "a list"::text[];

-- 6. change the type of column one of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.one becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN one TYPE text USING one::text;

-- 7. change the type of column other of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of other that are no public."other Möod", and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.other becomes public."other Möod"; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN other TYPE public."other Möod" USING other::text::public."other Möod";

-- 8. change the type of column s of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.s becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN s TYPE text USING s::text;

-- 9. change the default of column s of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT 'mad'::text;

-- 10. change the type of column strict of table t (alter table:t)
--    ! data-loss, converts-values: changes t.strict from public.strict to character varying(10), which fails where a stored value is longer [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.strict becomes character varying(10); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN strict TYPE character varying(10) USING strict::character varying;

-- 11. create index t_s (replace index:t_s)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX t_s ON public.t USING btree (s) WHERE (s <> 'ok'::text);

-- The way down does not bring back:
--   alter postgres/enum:mood: changes t.kept from enum mood to fewer values, which fails where one that goes is stored
--   alter table:t: changes t.strict from public.strict to character varying(10), which fails where a stored value is longer

-- ==== down ====
-- batch

-- 1. add value mad to enum mood (alter postgres/enum:mood)
ALTER TYPE public.mood ADD VALUE 'mad';
-- batch, all or nothing

-- 2. change the type of column s of table leads (alter table:leads)
--    ! blocks-reads, scans-table: reads all of table leads for values of s that are no public.mood, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table leads again, because leads.s becomes public.mood; nobody reads or writes it meanwhile
ALTER TABLE public.leads ALTER COLUMN s TYPE public.mood USING s::public.mood;

-- 3. drop index t_s (replace index:t_s)
DROP INDEX public.t_s;

-- 4. change the type of column a list of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a list that are no public.mood[], and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a list becomes public.mood[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN "a list" TYPE public.mood[] USING "a list"::public.mood[];

-- 5. change the type of column one of table t (alter table:t)
--    ! data-loss, converts-values: changes t.one from text to public.mood[], which may cut, round or refuse stored values [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.one becomes public.mood[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN one TYPE public.mood[] USING one::public.mood[];

-- 6. change the type of column other of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of other that are no public.mood, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.other becomes public.mood; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN other TYPE public.mood USING other::text::public.mood;

-- 7. change the type of column s of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of s that are no public.mood, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.s becomes public.mood; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN s TYPE public.mood USING s::public.mood;

-- 8. change the default of column s of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT 'mad'::public.mood;

-- 9. change the type of column strict of table t (alter table:t)
--    ! data-loss, converts-values: changes t.strict from character varying(10) to public.strict, which reads stored values as public.mood: how they are written is not kept, and it fails where one is no public.mood [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.strict becomes public.strict; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN strict TYPE public.strict USING strict::public.strict;

-- 10. create index t_s (replace index:t_s)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX t_s ON public.t USING btree (s) WHERE (s <> 'ok'::public.mood);
