-- replace postgres/event-trigger:e: an event trigger cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop event trigger e (replace postgres/event-trigger:e)
DROP EVENT TRIGGER e;

-- 2. create event trigger e (replace postgres/event-trigger:e)
CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION public.ev();

-- ==== down ====
-- batch, all or nothing

-- 1. drop event trigger e (replace postgres/event-trigger:e)
DROP EVENT TRIGGER e;

-- 2. create event trigger e (replace postgres/event-trigger:e)
CREATE EVENT TRIGGER e ON ddl_command_end WHEN TAG IN ('CREATE VIEW', 'DROP VIEW') EXECUTE FUNCTION public.ev();
