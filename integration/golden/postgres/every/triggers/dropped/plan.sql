-- drop postgres/trigger:app.t.Gone "away

-- ==== up ====
-- batch, all or nothing

-- 1. drop trigger Gone "away on app.t (drop postgres/trigger:app.t.Gone "away)
--    ! correctness, drops-trigger: drops trigger Gone "away: what it does BEFORE UPDATE OF a on app.t is not done any more, and no statement fails for want of it
DROP TRIGGER "Gone ""away" ON app.t;

-- ==== down ====
-- batch, all or nothing

-- 1. create trigger Gone "away on app.t (create postgres/trigger:app.t.Gone "away)
CREATE TRIGGER "Gone ""away" BEFORE UPDATE OF a ON app.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
ALTER TABLE app.t ENABLE ALWAYS TRIGGER "Gone ""away";
