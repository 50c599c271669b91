-- alter postgres/function:touch()
--   change-body body
-- alter table:z
--   rename-column columns.remark: note → remark

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace function touch() (alter postgres/function:touch())
CREATE OR REPLACE FUNCTION public.touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN NEW.remark := upper(NEW.remark); RETURN NEW; END $function$;

-- 2. rename column note to remark of table z (alter table:z)
--    ! correctness, breaks-clients: renames column z.note to remark: statements that still say z.note fail from then on
ALTER TABLE public.z RENAME COLUMN note TO remark;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace function touch() (alter postgres/function:touch())
CREATE OR REPLACE FUNCTION public.touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN NEW.note := upper(NEW.note); RETURN NEW; END $function$;

-- 2. rename column remark to note of table z (alter table:z)
--    ! correctness, breaks-clients: renames column z.remark to note: statements that still say z.remark fail from then on
ALTER TABLE public.z RENAME COLUMN remark TO note;
