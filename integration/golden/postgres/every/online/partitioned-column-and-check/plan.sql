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
WITH RECURSIVE tree AS (
  SELECT to_regclass('public.m')::oid AS oid
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
  UPDATE public.m
  SET at = DEFAULT
  WHERE ctid = ANY (ARRAY(
    SELECT format('(%s,%s)', page, item)::tid
    FROM place,
      generate_series(place.block, least(place.block + step, place.last) - 1) AS page,
      generate_series(1, current_setting('block_size')::bigint / 28) AS item
  )) AND at IS NULL
  RETURNING at AS value
), rest AS (
  UPDATE public.m
  SET at = DEFAULT
  WHERE ($1::json ->> 'rest') IS NOT NULL AND at IS NULL
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
    WHEN wrote AND (SELECT count(*) FROM (SELECT FROM public.m WHERE at IS NULL LIMIT 1001) AS missed) > 1000
    THEN json_build_object('anew', anew)::text
    WHEN EXISTS (SELECT FROM public.m WHERE at IS NULL)
    THEN CASE WHEN anew < 3 THEN json_build_object('anew', anew + 1)::text ELSE '{"rest": true}' END
  END AS next
FROM place;
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
