-- replace postgres/trigger:v.x: it cannot stay while view:v is replaced
-- replace view:v: a view keeps the columns that it has, and can only get more at the end

-- ==== up ====
-- batch, all or nothing

-- 1. drop view v (replace view:v)
DROP VIEW public.v;

-- 2. create view v (replace view:v)
CREATE VIEW public.v (a, id) AS
 SELECT t.a,
    t.id
   FROM public.t;

-- 3. create trigger x on v (replace postgres/trigger:v.x)
CREATE TRIGGER x INSTEAD OF INSERT ON public.v FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger('1');

-- ==== down ====
-- batch, all or nothing

-- 1. drop view v (replace view:v)
DROP VIEW public.v;

-- 2. create view v (replace view:v)
CREATE VIEW public.v (id, a) AS
 SELECT t.id,
    t.a
   FROM public.t;

-- 3. create trigger x on v (replace postgres/trigger:v.x)
CREATE TRIGGER x INSTEAD OF INSERT ON public.v FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger('1');
