-- replace postgres/domain-constraint:amount.amount_check: a constraint cannot be altered
-- alter postgres/domain:amount
--   change-base base: bigint → numeric
-- replace postgres/materialized-view:positive: it cannot stay while postgres/domain:amount is altered
-- replace view:low_sums: it cannot stay while postgres/domain:amount is altered
-- replace view:sums: it cannot stay while postgres/domain:amount is altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop check amount_check of domain amount (replace postgres/domain-constraint:amount.amount_check)
ALTER DOMAIN public.amount DROP CONSTRAINT amount_check;

-- 2. drop materialized view positive (replace postgres/materialized-view:positive)
DROP MATERIALIZED VIEW public.positive;

-- 3. drop view low_sums (replace view:low_sums)
DROP VIEW public.low_sums;

-- 4. drop view sums (replace view:sums)
DROP VIEW public.sums;

-- 5. make domain amount anew (alter postgres/domain:amount)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain amount is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.amount RENAME TO _schema_sync_old_amount;
CREATE DOMAIN public.amount AS numeric;
ALTER TABLE public.t ALTER COLUMN total TYPE public.amount USING total::numeric::public.amount;
DROP DOMAIN public._schema_sync_old_amount;

-- 6. add check amount_check to domain amount (replace postgres/domain-constraint:amount.amount_check)
--    ! blocks-writes, scans-table: reads all of table t for the check amount_check of domain amount, and rows that do not comply make it fail
ALTER DOMAIN public.amount ADD CONSTRAINT amount_check CHECK ((VALUE >= (0)::numeric));

-- 7. create materialized view positive (replace postgres/materialized-view:positive)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view positive again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.positive (id) AS
 SELECT id
   FROM public.t
  WHERE ((total)::bigint > 0)
  WITH DATA;

-- 8. create view low_sums (replace view:low_sums)
CREATE VIEW public.low_sums (total) AS
 SELECT (sum((total)::bigint))::text AS total
   FROM public.t_low;

-- 9. create view sums (replace view:sums)
CREATE VIEW public.sums (total) AS
 SELECT (sum((total)::bigint))::text AS total
   FROM public.t;

-- ==== down ====
-- batch, all or nothing

-- 1. drop check amount_check of domain amount (replace postgres/domain-constraint:amount.amount_check)
ALTER DOMAIN public.amount DROP CONSTRAINT amount_check;

-- 2. drop materialized view positive (replace postgres/materialized-view:positive)
DROP MATERIALIZED VIEW public.positive;

-- 3. drop view low_sums (replace view:low_sums)
DROP VIEW public.low_sums;

-- 4. drop view sums (replace view:sums)
DROP VIEW public.sums;

-- 5. make domain amount anew (alter postgres/domain:amount)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain amount is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.total from numeric to bigint, which rounds stored values to whole numbers, and fails where one is too large [irreversible]
ALTER DOMAIN public.amount RENAME TO _schema_sync_old_amount;
CREATE DOMAIN public.amount AS bigint;
ALTER TABLE public.t ALTER COLUMN total TYPE public.amount USING total::bigint::public.amount;
DROP DOMAIN public._schema_sync_old_amount;

-- 6. add check amount_check to domain amount (replace postgres/domain-constraint:amount.amount_check)
--    ! blocks-writes, scans-table: reads all of table t for the check amount_check of domain amount, and rows that do not comply make it fail
ALTER DOMAIN public.amount ADD CONSTRAINT amount_check CHECK ((VALUE >= 0));

-- 7. create materialized view positive (replace postgres/materialized-view:positive)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view positive again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.positive (id) AS
 SELECT id
   FROM public.t
  WHERE ((total)::bigint > 0)
  WITH DATA;

-- 8. create view low_sums (replace view:low_sums)
CREATE VIEW public.low_sums (total) AS
 SELECT (sum((total)::bigint))::text AS total
   FROM public.t_low;

-- 9. create view sums (replace view:sums)
CREATE VIEW public.sums (total) AS
 SELECT (sum((total)::bigint))::text AS total
   FROM public.t;
