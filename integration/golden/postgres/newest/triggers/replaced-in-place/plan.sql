-- alter postgres/trigger:t.When
--   change-action action: FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger() → FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION suppress_redundant_updates_trigger()
-- alter postgres/trigger:t.arguments
--   change-action action: FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger('a') → FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger('b')
-- alter postgres/trigger:t.event
--   change-event event: BEFORE UPDATE → AFTER INSERT OR UPDATE OF a
-- alter postgres/trigger:t.level
--   change-action action: FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger() → REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION suppress_redundant_updates_trigger()
-- alter postgres/trigger:t.off
--   change-event event: BEFORE UPDATE → BEFORE UPDATE OF id
-- alter postgres/trigger:v.instead
--   change-event event: INSTEAD OF UPDATE → INSTEAD OF DELETE OR UPDATE

-- ==== up ====
-- batch, all or nothing

-- 1. alter trigger When on t (alter postgres/trigger:t.When)
CREATE OR REPLACE TRIGGER "When" BEFORE UPDATE ON public.t FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 2. alter trigger arguments on t (alter postgres/trigger:t.arguments)
CREATE OR REPLACE TRIGGER arguments BEFORE UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger('b');

-- 3. alter trigger event on t (alter postgres/trigger:t.event)
CREATE OR REPLACE TRIGGER event AFTER INSERT OR UPDATE OF a ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 4. alter trigger level on t (alter postgres/trigger:t.level)
CREATE OR REPLACE TRIGGER level AFTER UPDATE ON public.t REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 5. alter trigger off on t (alter postgres/trigger:t.off)
CREATE OR REPLACE TRIGGER off BEFORE UPDATE OF id ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
ALTER TABLE public.t DISABLE TRIGGER off;

-- 6. alter trigger instead on v (alter postgres/trigger:v.instead)
CREATE OR REPLACE TRIGGER instead INSTEAD OF DELETE OR UPDATE ON public.v FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- ==== down ====
-- batch, all or nothing

-- 1. alter trigger When on t (alter postgres/trigger:t.When)
CREATE OR REPLACE TRIGGER "When" BEFORE UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 2. alter trigger arguments on t (alter postgres/trigger:t.arguments)
CREATE OR REPLACE TRIGGER arguments BEFORE UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger('a');

-- 3. alter trigger event on t (alter postgres/trigger:t.event)
CREATE OR REPLACE TRIGGER event BEFORE UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 4. alter trigger level on t (alter postgres/trigger:t.level)
CREATE OR REPLACE TRIGGER level AFTER UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 5. alter trigger off on t (alter postgres/trigger:t.off)
CREATE OR REPLACE TRIGGER off BEFORE UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
ALTER TABLE public.t DISABLE TRIGGER off;

-- 6. alter trigger instead on v (alter postgres/trigger:v.instead)
CREATE OR REPLACE TRIGGER instead INSTEAD OF UPDATE ON public.v FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
