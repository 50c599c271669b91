-- alter postgres/function:touch()
--   change-body body
-- alter table:z
--   rename-column columns.remark: note → remark
--   add-column columns.extra: extra uuid DEFAULT gen_random_uuid()

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace function touch() (alter postgres/function:touch())
--    ! correctness, breaks-clients: replaces touch() in another transaction than that which renames columns of table z: what calls it in between may not find them
CREATE OR REPLACE FUNCTION public.touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN NEW.remark := upper(NEW.remark); RETURN NEW; END $function$;
-- batch, all or nothing

-- 2. rename column note to remark of table z (alter table:z)
--    ! correctness, breaks-clients: renames column z.note to remark: statements that still say z.note fail from then on
ALTER TABLE public.z RENAME COLUMN note TO remark;
-- batch, all or nothing

-- 3. add column extra of table z (alter table:z)
ALTER TABLE public.z ADD COLUMN extra uuid;
ALTER TABLE public.z ALTER COLUMN extra SET DEFAULT gen_random_uuid();
ALTER TABLE public.z ADD CONSTRAINT schema_sync_fill_extra CHECK (true) NOT VALID;
-- batch

-- 4. fill column extra of table z (alter table:z)
--    ! correctness, fires-triggers: writes the rows of table z, which may fire touch
-- again and again, each round by itself:
WITH batch AS (
  SELECT id
  FROM public.z
  WHERE $1::json IS NULL OR id > ($1::json ->> 0)::integer
  ORDER BY id
  LIMIT 1000
), last AS (
  SELECT id
  FROM batch
  ORDER BY id DESC
  LIMIT 1
), filled AS (
  UPDATE public.z
  SET extra = DEFAULT
  WHERE ($1::json IS NULL OR id > ($1::json ->> 0)::integer)
    AND id <= (SELECT id FROM last)
    AND extra IS NULL
  RETURNING 1
)
SELECT
  (SELECT count(*) FROM filled) AS done,
  (SELECT json_build_array(id::text)::text FROM last) AS next;
-- batch, all or nothing

-- 5. column extra of table z is filled (alter table:z)
ALTER TABLE public.z DROP CONSTRAINT schema_sync_fill_extra;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace function touch() (alter postgres/function:touch())
--    ! correctness, breaks-clients: replaces touch() in another transaction than that which renames columns of table z: what calls it in between may not find them
CREATE OR REPLACE FUNCTION public.touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN NEW.note := upper(NEW.note); RETURN NEW; END $function$;
-- batch, all or nothing

-- 2. rename column remark to note of table z (alter table:z)
--    ! correctness, breaks-clients: renames column z.remark to note: statements that still say z.remark fail from then on
ALTER TABLE public.z RENAME COLUMN remark TO note;
-- batch, all or nothing

-- 3. drop column extra of table z (alter table:z)
--    ! data-loss, drops-column: drops column z.extra with all of its values [irreversible]
ALTER TABLE public.z DROP COLUMN extra;
