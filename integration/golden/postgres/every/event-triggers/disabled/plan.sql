-- alter postgres/event-trigger:e
--   change-state state: none → DISABLE

-- ==== up ====
-- batch, all or nothing

-- 1. alter event trigger e (alter postgres/event-trigger:e)
--    ! correctness, disables-trigger: disables trigger e: what it does on ddl_command_end is not done until it is enabled again
ALTER EVENT TRIGGER e DISABLE;

-- ==== down ====
-- batch, all or nothing

-- 1. alter event trigger e (alter postgres/event-trigger:e)
ALTER EVENT TRIGGER e ENABLE;
