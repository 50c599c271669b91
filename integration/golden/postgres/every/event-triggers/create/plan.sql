-- create postgres/event-trigger:e

-- ==== up ====
-- batch, all or nothing

-- 1. create event trigger e (create postgres/event-trigger:e)
CREATE EVENT TRIGGER e ON ddl_command_end WHEN TAG IN ('CREATE VIEW', 'DROP VIEW') EXECUTE FUNCTION public.ev();

-- ==== down ====
-- batch, all or nothing

-- 1. drop event trigger e (drop postgres/event-trigger:e)
DROP EVENT TRIGGER e;
