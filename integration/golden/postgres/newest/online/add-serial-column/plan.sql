-- create sequence:events_number_seq
-- alter table:events
--   add-column columns.number: number bigint DEFAULT nextval('public.events_number_seq'::regclass) NOT NULL

-- ==== up ====
-- batch, all or nothing

-- 1. create sequence events_number_seq (create sequence:events_number_seq)
CREATE SEQUENCE public.events_number_seq AS bigint START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1 NO CYCLE;
-- batch, all or nothing

-- 2. add column number of table events (alter table:events)
ALTER TABLE public.events ADD COLUMN number bigint;
ALTER TABLE public.events ALTER COLUMN number SET DEFAULT nextval('public.events_number_seq'::regclass);
ALTER SEQUENCE public.events_number_seq OWNED BY public.events.number;
ALTER TABLE public.events ADD CONSTRAINT schema_sync_fill_number CHECK (true) NOT VALID;
-- batch

-- 3. fill column number of table events (alter table:events)
-- again and again, each round by itself:
WITH batch AS (
  SELECT what
  FROM public.events
  WHERE $1::json IS NULL OR what > ($1::json ->> 0)::text
  ORDER BY what
  LIMIT 1000
), last AS (
  SELECT what
  FROM batch
  ORDER BY what DESC
  LIMIT 1
), filled AS (
  UPDATE public.events
  SET number = DEFAULT
  WHERE ($1::json IS NULL OR what > ($1::json ->> 0)::text)
    AND what <= (SELECT what FROM last)
    AND number IS NULL
  RETURNING 1
)
SELECT
  (SELECT count(*) FROM filled) AS done,
  (SELECT json_build_array(what::text)::text FROM last) AS next;
-- batch

-- 4. forbid nulls in column number of table events (alter table:events)
ALTER TABLE public.events ADD CONSTRAINT events_number_not_null NOT NULL number NOT VALID;
ALTER TABLE public.events VALIDATE CONSTRAINT events_number_not_null;
-- removes what a failure leaves behind: ALTER TABLE public.events DROP CONSTRAINT events_number_not_null;
-- batch, all or nothing

-- 5. column number of table events is filled (alter table:events)
ALTER TABLE public.events DROP CONSTRAINT schema_sync_fill_number;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column number of table events (alter table:events)
--    ! data-loss, drops-column: drops column events.number with all of its values [irreversible]
ALTER TABLE public.events DROP COLUMN number;
