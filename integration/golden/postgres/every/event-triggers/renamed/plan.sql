-- rename postgres/event-trigger:we"ird Näme from postgres/event-trigger:e

-- ==== up ====
-- batch, all or nothing

-- 1. rename event trigger e to we"ird Näme (rename postgres/event-trigger:we"ird Näme)
ALTER EVENT TRIGGER e RENAME TO "we""ird Näme";

-- ==== down ====
-- batch, all or nothing

-- 1. rename event trigger we"ird Näme to e (rename postgres/event-trigger:e)
ALTER EVENT TRIGGER "we""ird Näme" RENAME TO e;
