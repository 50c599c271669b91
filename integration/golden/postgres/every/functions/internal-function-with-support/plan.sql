-- create postgres/function:series(integer, integer)

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. create function series(integer, integer) (create postgres/function:series(integer, integer))
CREATE FUNCTION public.series(integer, integer)
 RETURNS SETOF integer
 LANGUAGE internal
 IMMUTABLE STRICT SUPPORT generate_series_int4_support
AS $function$generate_series_int4$function$;

-- ==== down ====
-- batch, all or nothing

-- 1. drop function series(integer, integer) (drop postgres/function:series(integer, integer))
--    ! correctness, drops-routine: drops function series(integer, integer): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.series(integer, integer);
