-- create postgres/function:rank_of()

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. create function rank_of() (create postgres/function:rank_of())
CREATE FUNCTION public.rank_of()
 RETURNS bigint
 LANGUAGE internal
 WINDOW IMMUTABLE
AS $function$window_rank$function$;

-- ==== down ====
-- batch, all or nothing

-- 1. drop function rank_of() (drop postgres/function:rank_of())
--    ! correctness, drops-routine: drops function rank_of(): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.rank_of();
