-- alter table:events
--   add-column columns.seen: seen double precision DEFAULT random()

-- ==== up ====
-- batch, all or nothing

-- 1. add column seen of table events (alter table:events)
ALTER TABLE public.events ADD COLUMN seen double precision;
ALTER TABLE public.events ALTER COLUMN seen SET DEFAULT random();
ALTER TABLE public.events ADD CONSTRAINT schema_sync_fill_seen CHECK (true) NOT VALID;
-- batch

-- 2. fill column seen of table events (alter table:events)
-- again and again, each round by itself:
WITH batch AS (
  SELECT tableoid, ctid
  FROM public.events
  WHERE seen IS NULL
  LIMIT 1000
), filled AS (
  UPDATE public.events AS t
  SET seen = DEFAULT
  FROM batch
  WHERE t.tableoid = batch.tableoid AND t.ctid = batch.ctid AND t.seen IS NULL
  RETURNING t.seen AS value
)
SELECT
  count(*) AS done,
  CASE
    WHEN EXISTS (SELECT FROM batch) AND (count(*) = 0 OR count(value) > 0)
    THEN (coalesce($1::bigint, 0) + 1)::text
  END AS next
FROM filled;
-- batch, all or nothing

-- 3. column seen of table events is filled (alter table:events)
ALTER TABLE public.events DROP CONSTRAINT schema_sync_fill_seen;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column seen of table events (alter table:events)
--    ! data-loss, drops-column: drops column events.seen with all of its values [irreversible]
ALTER TABLE public.events DROP COLUMN seen;
