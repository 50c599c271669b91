-- replace postgres/trigger:t.event: PostgreSQL replaces triggers in place from 14 on
-- replace postgres/trigger:t.off: PostgreSQL replaces triggers in place from 14 on

-- ==== up ====
-- batch, all or nothing

-- 1. drop trigger event on t (replace postgres/trigger:t.event)
DROP TRIGGER event ON public.t;

-- 2. drop trigger off on t (replace postgres/trigger:t.off)
DROP TRIGGER off ON public.t;

-- 3. create trigger event on t (replace postgres/trigger:t.event)
CREATE TRIGGER event AFTER INSERT OR UPDATE OF a ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 4. create trigger off on t (replace postgres/trigger:t.off)
CREATE TRIGGER off BEFORE UPDATE OF id ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
ALTER TABLE public.t DISABLE TRIGGER off;

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger event on t (replace postgres/trigger:t.event)
DROP TRIGGER event ON public.t;

-- 2. drop trigger off on t (replace postgres/trigger:t.off)
DROP TRIGGER off ON public.t;

-- 3. create trigger event on t (replace postgres/trigger:t.event)
CREATE TRIGGER event BEFORE UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 4. create trigger off on t (replace postgres/trigger:t.off)
CREATE TRIGGER off BEFORE UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
ALTER TABLE public.t DISABLE TRIGGER off;
