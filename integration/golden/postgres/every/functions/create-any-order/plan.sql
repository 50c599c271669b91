-- create index:i
-- create postgres/constraint:u.u_n_check
-- create postgres/function:fits(integer)
-- create postgres/function:next_n()
-- create table:u

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. create function fits(integer) (create postgres/function:fits(integer))
CREATE FUNCTION public.fits(n integer)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
BEGIN
  RETURN n > 0;
END
$function$;

-- 2. create function next_n() (create postgres/function:next_n())
CREATE FUNCTION public.next_n()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT max(id) + 1 FROM t$function$;

-- 3. create table u (create table:u)
CREATE TABLE public.u (
  n integer DEFAULT public.next_n()
);

-- 4. create index i (create index:i)
CREATE INDEX i ON public.u USING btree (public.fits(n));

-- 5. add check u_n_check to table u (create postgres/constraint:u.u_n_check)
ALTER TABLE public.u ADD CONSTRAINT u_n_check CHECK (public.fits(n));

-- ==== down ====
-- batch, all or nothing

-- 1. drop table u (drop table:u)
--    ! data-loss, drops-table: drops table u with all of its rows [irreversible]
DROP TABLE public.u;

-- 2. drop function fits(integer) (drop postgres/function:fits(integer))
--    ! correctness, drops-routine: drops function fits(integer): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.fits(integer);

-- 3. drop function next_n() (drop postgres/function:next_n())
--    ! correctness, drops-routine: drops function next_n(): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.next_n();
