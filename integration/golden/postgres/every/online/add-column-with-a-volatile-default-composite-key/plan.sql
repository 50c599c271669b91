-- alter table:li nes
--   add-column columns.to"ken: "to""ken" double precision DEFAULT random()

-- ==== up ====
-- batch, all or nothing

-- 1. add column to"ken of table li nes (alter table:li nes)
ALTER TABLE public."li nes" ADD COLUMN "to""ken" double precision;
ALTER TABLE public."li nes" ALTER COLUMN "to""ken" SET DEFAULT random();
ALTER TABLE public."li nes" ADD CONSTRAINT "schema_sync_fill_to""ken" CHECK (true) NOT VALID;
-- batch

-- 2. fill column to"ken of table li nes (alter table:li nes)
-- again and again, each round by itself:
WITH batch AS (
  SELECT "or""der", "select"
  FROM public."li nes"
  WHERE $1::json IS NULL OR ("or""der", "select") > (($1::json ->> 0)::bigint, ($1::json ->> 1)::character varying(10))
  ORDER BY "or""der", "select"
  LIMIT 1000
), last AS (
  SELECT "or""der", "select"
  FROM batch
  ORDER BY "or""der" DESC, "select" DESC
  LIMIT 1
), filled AS (
  UPDATE public."li nes"
  SET "to""ken" = DEFAULT
  WHERE ($1::json IS NULL OR ("or""der", "select") > (($1::json ->> 0)::bigint, ($1::json ->> 1)::character varying(10)))
    AND ("or""der", "select") <= ((SELECT "or""der" FROM last), (SELECT "select" FROM last))
    AND "to""ken" IS NULL
  RETURNING 1
)
SELECT
  (SELECT count(*) FROM filled) AS done,
  (SELECT json_build_array("or""der"::text, "select"::text)::text FROM last) AS next;
-- batch, all or nothing

-- 3. column to"ken of table li nes is filled (alter table:li nes)
ALTER TABLE public."li nes" DROP CONSTRAINT "schema_sync_fill_to""ken";

-- ==== down ====
-- batch, all or nothing

-- 1. drop column to"ken of table li nes (alter table:li nes)
--    ! data-loss, drops-column: drops column li nes.to"ken with all of its values [irreversible]
ALTER TABLE public."li nes" DROP COLUMN "to""ken";
