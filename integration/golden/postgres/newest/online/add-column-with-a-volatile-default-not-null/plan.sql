-- alter table:orders
--   add-column columns.token: token uuid DEFAULT gen_random_uuid() NOT NULL

-- ==== up ====
-- batch, all or nothing

-- 1. add column token of table orders (alter table:orders)
ALTER TABLE public.orders ADD COLUMN token uuid;
ALTER TABLE public.orders ALTER COLUMN token SET DEFAULT gen_random_uuid();
ALTER TABLE public.orders ADD CONSTRAINT schema_sync_fill_token CHECK (true) NOT VALID;
-- batch

-- 2. fill column token of table orders (alter table:orders)
-- again and again, each round by itself:
WITH batch AS (
  SELECT id
  FROM public.orders
  WHERE $1::json IS NULL OR id > ($1::json ->> 0)::bigint
  ORDER BY id
  LIMIT 1000
), last AS (
  SELECT id
  FROM batch
  ORDER BY id DESC
  LIMIT 1
), filled AS (
  UPDATE public.orders
  SET token = DEFAULT
  WHERE ($1::json IS NULL OR id > ($1::json ->> 0)::bigint)
    AND id <= (SELECT id FROM last)
    AND token IS NULL
  RETURNING 1
)
SELECT
  (SELECT count(*) FROM filled) AS done,
  (SELECT json_build_array(id::text)::text FROM last) AS next;
-- batch

-- 3. forbid nulls in column token of table orders (alter table:orders)
ALTER TABLE public.orders ADD CONSTRAINT orders_token_not_null NOT NULL token NOT VALID;
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_token_not_null;
-- removes what a failure leaves behind: ALTER TABLE public.orders DROP CONSTRAINT orders_token_not_null;
-- batch, all or nothing

-- 4. column token of table orders is filled (alter table:orders)
ALTER TABLE public.orders DROP CONSTRAINT schema_sync_fill_token;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column token of table orders (alter table:orders)
--    ! data-loss, drops-column: drops column orders.token with all of its values [irreversible]
ALTER TABLE public.orders DROP COLUMN token;
