-- replace postgres/trigger:t.becomes: a constraint trigger cannot be altered
-- replace postgres/trigger:t.changed: a constraint trigger cannot be altered
-- drop postgres/trigger:t.gone
-- create postgres/trigger:t.new

-- ==== up ====
-- batch, all or nothing

-- 1. drop trigger becomes on t (replace postgres/trigger:t.becomes)
DROP TRIGGER becomes ON public.t;

-- 2. drop trigger changed on t (replace postgres/trigger:t.changed)
DROP TRIGGER changed ON public.t;

-- 3. drop trigger gone on t (drop postgres/trigger:t.gone)
--    ! correctness, drops-trigger: drops trigger gone: what it does AFTER INSERT OR DELETE on t is not done any more, and no statement fails for want of it
DROP TRIGGER gone ON public.t;

-- 4. create trigger becomes on t (replace postgres/trigger:t.becomes)
CREATE CONSTRAINT TRIGGER becomes AFTER UPDATE ON public.t NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 5. create trigger changed on t (replace postgres/trigger:t.changed)
CREATE CONSTRAINT TRIGGER changed AFTER INSERT ON public.t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 6. create trigger new on t (create postgres/trigger:t.new)
CREATE CONSTRAINT TRIGGER new AFTER UPDATE OF a ON public.t FROM public.other DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN ((old.a IS DISTINCT FROM new.a)) EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger becomes on t (replace postgres/trigger:t.becomes)
DROP TRIGGER becomes ON public.t;

-- 2. drop trigger changed on t (replace postgres/trigger:t.changed)
DROP TRIGGER changed ON public.t;

-- 3. drop trigger new on t (drop postgres/trigger:t.new)
--    ! correctness, drops-trigger: drops trigger new: what it does AFTER UPDATE OF a on t is not done any more, and no statement fails for want of it
DROP TRIGGER new ON public.t;

-- 4. create trigger becomes on t (replace postgres/trigger:t.becomes)
CREATE TRIGGER becomes AFTER UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 5. create trigger changed on t (replace postgres/trigger:t.changed)
CREATE CONSTRAINT TRIGGER changed AFTER INSERT ON public.t DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 6. create trigger gone on t (create postgres/trigger:t.gone)
CREATE CONSTRAINT TRIGGER gone AFTER INSERT OR DELETE ON public.t NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
