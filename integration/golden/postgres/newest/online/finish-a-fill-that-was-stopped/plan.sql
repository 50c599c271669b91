-- drop postgres/constraint:orders.schema_sync_fill_token
-- alter table:orders
--   change-not-null columns.token.not-null: false → true

-- ==== up ====
-- batch

-- 1. fill column token of table orders (drop postgres/constraint:orders.schema_sync_fill_token)
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
-- batch, all or nothing

-- 2. drop check schema_sync_fill_token of table orders (drop postgres/constraint:orders.schema_sync_fill_token)
--    ! correctness, ends-guarantee: drops the check schema_sync_fill_token of table orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders DROP CONSTRAINT schema_sync_fill_token;
-- batch

-- 3. forbid nulls in column token of table orders (alter table:orders)
ALTER TABLE public.orders ADD CONSTRAINT orders_token_not_null NOT NULL token NOT VALID;
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_token_not_null;
-- removes what a failure leaves behind: ALTER TABLE public.orders DROP CONSTRAINT orders_token_not_null;

-- ==== down ====
-- batch, all or nothing

-- 1. allow nulls in column token of table orders (alter table:orders)
--    ! correctness, ends-guarantee: drops the NOT NULL of column token of table orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders ALTER COLUMN token DROP NOT NULL;
-- batch, all or nothing

-- 2. add check schema_sync_fill_token to table orders (create postgres/constraint:orders.schema_sync_fill_token)
ALTER TABLE public.orders ADD CONSTRAINT schema_sync_fill_token CHECK (true) NOT VALID;
