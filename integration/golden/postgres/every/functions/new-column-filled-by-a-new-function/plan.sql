-- create postgres/function:a_count()
-- alter table:t
--   add-column columns.b: b integer DEFAULT public.a_count()
-- create table:z

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. create table z (create table:z)
CREATE TABLE public.z (
  n integer
);

-- 2. create function a_count() (create postgres/function:a_count())
CREATE FUNCTION public.a_count()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT count(*)::int FROM z$function$;

-- 3. add column b of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column b; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN b integer DEFAULT public.a_count();

-- ==== down ====
-- batch, all or nothing

-- 1. drop table z (drop table:z)
--    ! data-loss, drops-table: drops table z with all of its rows [irreversible]
DROP TABLE public.z;

-- 2. drop column b of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.b with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN b;

-- 3. drop function a_count() (drop postgres/function:a_count())
--    ! correctness, drops-routine: drops function a_count(): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.a_count();
