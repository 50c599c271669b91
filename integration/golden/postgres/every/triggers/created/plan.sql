-- create postgres/trigger:t.Of "Columns"
-- create postgres/trigger:t.plain
-- create postgres/trigger:t.select
-- create postgres/trigger:t.tables
-- create postgres/trigger:v.instead

-- ==== up ====
-- batch, all or nothing

-- 1. create trigger Of "Columns" on t (create postgres/trigger:t.Of "Columns")
CREATE TRIGGER "Of ""Columns""" BEFORE INSERT OR UPDATE OF a, "we""ird Näme" ON public.t FOR EACH ROW WHEN (((new.a > 0) AND (new."we""ird Näme" <> 'it''s'::text))) EXECUTE FUNCTION suppress_redundant_updates_trigger('x', 'y''z');

-- 2. create trigger plain on t (create postgres/trigger:t.plain)
CREATE TRIGGER plain BEFORE UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 3. create trigger select on t (create postgres/trigger:t.select)
CREATE TRIGGER "select" AFTER TRUNCATE ON public.t FOR EACH STATEMENT EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 4. create trigger tables on t (create postgres/trigger:t.tables)
CREATE TRIGGER tables AFTER UPDATE ON public.t REFERENCING OLD TABLE AS before NEW TABLE AS "After" FOR EACH STATEMENT EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 5. create trigger instead on v (create postgres/trigger:v.instead)
CREATE TRIGGER instead INSTEAD OF INSERT OR DELETE ON public.v FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger Of "Columns" on t (drop postgres/trigger:t.Of "Columns")
--    ! correctness, drops-trigger: drops trigger Of "Columns": what it does BEFORE INSERT OR UPDATE OF a, "we""ird Näme" on t is not done any more, and no statement fails for want of it
DROP TRIGGER "Of ""Columns""" ON public.t;

-- 2. drop trigger plain on t (drop postgres/trigger:t.plain)
--    ! correctness, drops-trigger: drops trigger plain: what it does BEFORE UPDATE on t is not done any more, and no statement fails for want of it
DROP TRIGGER plain ON public.t;

-- 3. drop trigger select on t (drop postgres/trigger:t.select)
--    ! correctness, drops-trigger: drops trigger select: what it does AFTER TRUNCATE on t is not done any more, and no statement fails for want of it
DROP TRIGGER "select" ON public.t;

-- 4. drop trigger tables on t (drop postgres/trigger:t.tables)
--    ! correctness, drops-trigger: drops trigger tables: what it does AFTER UPDATE on t is not done any more, and no statement fails for want of it
DROP TRIGGER tables ON public.t;

-- 5. drop trigger instead on v (drop postgres/trigger:v.instead)
--    ! correctness, drops-trigger: drops trigger instead: what it does INSTEAD OF INSERT OR DELETE on v is not done any more, and no statement fails for want of it
DROP TRIGGER instead ON public.v;
