-- create postgres/domain-constraint:d.added
-- replace postgres/domain-constraint:d.changed: a constraint cannot be altered
-- alter postgres/domain-constraint:d.later
--   change-validation unvalidated: true → false
-- alter postgres/domain:d
--   change-not-null notNull: false → true
-- drop table:gone
-- replace view:v: lists.l is of another type for a moment

-- ==== up ====
-- batch, all or nothing

-- 1. drop check changed of domain d (replace postgres/domain-constraint:d.changed)
ALTER DOMAIN public.d DROP CONSTRAINT changed;

-- 2. drop table gone (drop table:gone)
--    ! data-loss, drops-table: drops table gone with all of its rows [irreversible]
DROP TABLE public.gone;

-- 3. drop view v (replace view:v)
DROP VIEW public.v;

-- 4. forbid nulls in domain d (alter postgres/domain:d)
--    ! blocks-writes, scans-table: reads all of table both_of for nulls, which the domain d forbids, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table both_of again, because it holds lists of the domain; nobody reads or writes it meanwhile
--    ! blocks-reads, rewrites-table: writes table lists again, because it holds lists of the domain; nobody reads or writes it meanwhile
ALTER TABLE public.both_of ALTER COLUMN l TYPE text[] USING l::text[];
ALTER TABLE public.lists ALTER COLUMN l DROP DEFAULT;
ALTER TABLE public.lists ALTER COLUMN l TYPE text[] USING l::text[];
ALTER TABLE public.lists ALTER COLUMN other TYPE text[] USING other::text[];
ALTER DOMAIN public.d SET NOT NULL;

-- 5. add check added to domain d (create postgres/domain-constraint:d.added)
--    ! blocks-writes, scans-table: reads all of table both_of for the check added of domain d, and rows that do not comply make it fail
ALTER DOMAIN public.d ADD CONSTRAINT added CHECK ((VALUE <> ''::text));

-- 6. add check changed to domain d (replace postgres/domain-constraint:d.changed)
--    ! blocks-writes, scans-table: reads all of table both_of for the check changed of domain d, and rows that do not comply make it fail
ALTER DOMAIN public.d ADD CONSTRAINT changed CHECK ((VALUE <> 'z'::text));

-- 7. validate check later of domain d (alter postgres/domain-constraint:d.later)
--    ! blocks-writes, scans-table: reads all of table both_of for the check later of domain d, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table both_of again, because it holds lists of the domain; nobody reads or writes it meanwhile
--    ! blocks-reads, rewrites-table: writes table lists again, because it holds lists of the domain; nobody reads or writes it meanwhile
ALTER DOMAIN public.d VALIDATE CONSTRAINT later;
ALTER TABLE public.both_of ALTER COLUMN l TYPE public.d[] USING l::public.d[];
ALTER TABLE public.lists ALTER COLUMN l DROP DEFAULT;
ALTER TABLE public.lists ALTER COLUMN l TYPE public.d[] USING l::public.d[];
ALTER TABLE public.lists ALTER COLUMN l SET DEFAULT '{a}'::public.d[];
ALTER TABLE public.lists ALTER COLUMN other TYPE public.d[] USING other::public.d[];

-- 8. create view v (replace view:v)
CREATE VIEW public.v (l) AS
 SELECT l
   FROM public.lists;

-- The way down does not bring back:
--   drop table:gone: drops table gone with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. drop check added of domain d (drop postgres/domain-constraint:d.added)
--    ! correctness, ends-guarantee: drops the check added of domain d: from then on rows come that break it, and no statement fails
ALTER DOMAIN public.d DROP CONSTRAINT added;

-- 2. drop check changed of domain d (replace postgres/domain-constraint:d.changed)
ALTER DOMAIN public.d DROP CONSTRAINT changed;

-- 3. drop check later of domain d (replace postgres/domain-constraint:d.later)
ALTER DOMAIN public.d DROP CONSTRAINT later;

-- 4. drop view v (replace view:v)
DROP VIEW public.v;

-- 5. allow nulls in domain d (alter postgres/domain:d)
--    ! correctness, ends-guarantee: drops the NOT NULL of domain d: from then on rows come that break it, and no statement fails
ALTER DOMAIN public.d DROP NOT NULL;

-- 6. add check changed to domain d (replace postgres/domain-constraint:d.changed)
--    ! blocks-writes, scans-table: reads all of table both_of for the check changed of domain d, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table both_of again, because it holds lists of the domain; nobody reads or writes it meanwhile
--    ! blocks-reads, rewrites-table: writes table lists again, because it holds lists of the domain; nobody reads or writes it meanwhile
ALTER TABLE public.both_of ALTER COLUMN l TYPE text[] USING l::text[];
ALTER TABLE public.lists ALTER COLUMN l DROP DEFAULT;
ALTER TABLE public.lists ALTER COLUMN l TYPE text[] USING l::text[];
ALTER TABLE public.lists ALTER COLUMN other TYPE text[] USING other::text[];
ALTER DOMAIN public.d ADD CONSTRAINT changed CHECK ((VALUE <> 'y'::text));
ALTER TABLE public.both_of ALTER COLUMN l TYPE public.d[] USING l::public.d[];
ALTER TABLE public.lists ALTER COLUMN l DROP DEFAULT;
ALTER TABLE public.lists ALTER COLUMN l TYPE public.d[] USING l::public.d[];
ALTER TABLE public.lists ALTER COLUMN l SET DEFAULT '{a}'::public.d[];
ALTER TABLE public.lists ALTER COLUMN other TYPE public.d[] USING other::public.d[];

-- 7. add check later to domain d (replace postgres/domain-constraint:d.later)
ALTER DOMAIN public.d ADD CONSTRAINT later CHECK ((VALUE <> 'x'::text)) NOT VALID;

-- 8. create table gone (create table:gone)
CREATE TABLE public.gone (
  l public.d[]
);

-- 9. create view v (replace view:v)
CREATE VIEW public.v (l) AS
 SELECT l
   FROM public.lists;
