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
WITH RECURSIVE tree AS (
  SELECT to_regclass('public.events')::oid AS oid
  UNION
  SELECT i.inhrelid
  FROM pg_inherits AS i
  JOIN tree ON tree.oid = i.inhparent
), sizes AS (
  SELECT
    max(pg_relation_size(c.oid) / current_setting('block_size')::bigint) AS last,
    greatest(1, least(64, coalesce(
      ceil(1000 * sum(c.relpages) FILTER (WHERE c.reltuples > 0) / sum(c.reltuples) FILTER (WHERE c.reltuples > 0)),
      8
    )) / nullif(count(*), 0))::bigint AS step
  FROM tree
  JOIN pg_class AS c ON c.oid = tree.oid AND c.relkind = 'r'
), place AS (
  SELECT
    coalesce(($1::json ->> 'block')::bigint, 0) AS block,
    CASE WHEN ($1::json ->> 'rest') IS NULL THEN coalesce(($1::json ->> 'last')::bigint, last) ELSE 0 END AS last,
    coalesce(($1::json ->> 'wrote')::boolean, false) AS wrote,
    coalesce(($1::json ->> 'nulls')::boolean, false) AS nulls,
    coalesce(($1::json ->> 'anew')::integer, 0) AS anew,
    step
  FROM sizes
), filled AS (
  UPDATE public.events
  SET seen = DEFAULT
  WHERE ctid = ANY (ARRAY(
    SELECT format('(%s,%s)', page, item)::tid
    FROM place,
      generate_series(place.block, least(place.block + step, place.last) - 1) AS page,
      generate_series(1, current_setting('block_size')::bigint / 28) AS item
  )) AND seen IS NULL
  RETURNING seen AS value
), rest AS (
  UPDATE public.events
  SET seen = DEFAULT
  WHERE ($1::json ->> 'rest') IS NOT NULL AND seen IS NULL
  RETURNING 1
)
SELECT
  (SELECT count(*) FROM filled) + (SELECT count(*) FROM rest) AS done,
  CASE
    WHEN block < last
    THEN json_build_object(
      'block', block + step, 'last', last, 'anew', anew,
      'wrote', wrote OR EXISTS (SELECT FROM filled WHERE value IS NOT NULL),
      'nulls', nulls OR EXISTS (SELECT FROM filled WHERE value IS NULL)
    )::text
    WHEN ($1::json ->> 'rest') IS NOT NULL OR nulls AND NOT wrote
    THEN NULL
    WHEN wrote AND (SELECT count(*) FROM (SELECT FROM public.events WHERE seen IS NULL LIMIT 1001) AS missed) > 1000
    THEN json_build_object('anew', anew)::text
    WHEN EXISTS (SELECT FROM public.events WHERE seen IS NULL)
    THEN CASE WHEN anew < 3 THEN json_build_object('anew', anew + 1)::text ELSE '{"rest": true}' END
  END AS next
FROM place;
-- batch, all or nothing

-- 3. column seen of table events is filled (alter table:events)
ALTER TABLE public.events DROP CONSTRAINT schema_sync_fill_seen;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column seen of table events (alter table:events)
--    ! data-loss, drops-column: drops column events.seen with all of its values [irreversible]
ALTER TABLE public.events DROP COLUMN seen;
