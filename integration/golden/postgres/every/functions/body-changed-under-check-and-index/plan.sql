-- alter postgres/function:f(integer)
--   change-body body

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace function f(integer) (alter postgres/function:f(integer))
--    ! correctness, changes-results: changes function f(integer), and index i holds what it gave before: rows are not looked at again
--    ! correctness, changes-results: changes function f(integer), and constraint t.t_a_check holds what it gave before: rows are not looked at again
CREATE OR REPLACE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT a + 1$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. replace function f(integer) (alter postgres/function:f(integer))
--    ! correctness, changes-results: changes function f(integer), and index i holds what it gave before: rows are not looked at again
--    ! correctness, changes-results: changes function f(integer), and constraint t.t_a_check holds what it gave before: rows are not looked at again
CREATE OR REPLACE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT a$function$;
