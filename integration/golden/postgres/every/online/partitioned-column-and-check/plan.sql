-- create postgres/constraint:m.positive
-- alter table:m
--   add-column columns.at: at timestamp with time zone DEFAULT clock_timestamp()

-- ==== up ====
-- batch, all or nothing

-- 1. add column at of table m (alter table:m)
ALTER TABLE public.m ADD COLUMN at timestamp with time zone;
ALTER TABLE public.m ALTER COLUMN at SET DEFAULT clock_timestamp();
ALTER TABLE public.m ADD CONSTRAINT schema_sync_fill_at CHECK (true) NOT VALID;
-- batch

-- 2. fill column at of table m (alter table:m)
-- again and again, each round by itself:
WITH batch AS (
  SELECT tableoid, ctid
  FROM public.m
  WHERE at IS NULL
  LIMIT 1000
), filled AS (
  UPDATE public.m AS t
  SET at = DEFAULT
  FROM batch
  WHERE t.tableoid = batch.tableoid AND t.ctid = batch.ctid AND t.at IS NULL
  RETURNING t.at AS value
)
SELECT
  count(*) AS done,
  CASE
    WHEN EXISTS (SELECT FROM batch) AND (count(*) = 0 OR count(value) > 0)
    THEN (coalesce($1::bigint, 0) + 1)::text
  END AS next
FROM filled;
-- batch, all or nothing

-- 3. column at of table m is filled (alter table:m)
ALTER TABLE public.m DROP CONSTRAINT schema_sync_fill_at;
-- batch

-- 4. add check positive to table m (create postgres/constraint:m.positive)
ALTER TABLE public.m ADD CONSTRAINT positive CHECK ((b > 0)) NOT VALID;
ALTER TABLE public.m VALIDATE CONSTRAINT positive;
-- removes what a failure leaves behind: ALTER TABLE public.m DROP CONSTRAINT positive;

-- ==== down ====
-- batch, all or nothing

-- 1. drop check positive of table m (drop postgres/constraint:m.positive)
--    ! correctness, ends-guarantee: drops the check positive of table m: from then on rows come that break it, and no statement fails
ALTER TABLE public.m DROP CONSTRAINT positive;
-- batch, all or nothing

-- 2. drop column at of table m (alter table:m)
--    ! data-loss, drops-column: drops column m.at with all of its values [irreversible]
ALTER TABLE public.m DROP COLUMN at;
