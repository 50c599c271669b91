-- replace postgres/policy:u.p: it cannot stay while table:u is altered
-- replace postgres/rule:u.r: it cannot stay while table:u is altered
-- replace postgres/trigger:u.of_a: it cannot stay while table:u is altered
-- rename table:u from table:t
-- alter table:u
--   change-type columns.a.type: integer → bigint
-- replace view:v: it cannot stay while table:u is altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop policy p of table t (replace postgres/policy:u.p)
DROP POLICY p ON public.t;

-- 2. drop rule r on t (replace postgres/rule:u.r)
DROP RULE r ON public.t;

-- 3. drop trigger of_a on t (replace postgres/trigger:u.of_a)
DROP TRIGGER of_a ON public.t;

-- 4. drop view v (replace view:v)
DROP VIEW public.v;

-- 5. rename table t to u (rename table:u)
--    ! correctness, breaks-clients: renames table t to u: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO u;

-- 6. change the type of column a of table u (alter table:u)
--    ! blocks-reads, rewrites-table: writes table u again, because u.a becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.u ALTER COLUMN a TYPE bigint USING a::bigint;

-- 7. create policy p of table u (replace postgres/policy:u.p)
CREATE POLICY p ON public.u AS PERMISSIVE FOR ALL TO PUBLIC USING ((a > 0));

-- 8. create rule r on u (replace postgres/rule:u.r)
CREATE RULE r AS ON UPDATE TO public.u
   WHERE (new.a > 0) DO INSTEAD NOTHING;

-- 9. create trigger of_a on u (replace postgres/trigger:u.of_a)
CREATE TRIGGER of_a BEFORE UPDATE OF a ON public.u FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 10. create view v (replace view:v)
CREATE VIEW public.v (id) AS
 SELECT id
   FROM public.u
  WHERE (a > 0);

-- ==== down ====
-- batch, all or nothing

-- 1. drop policy p of table u (replace postgres/policy:t.p)
DROP POLICY p ON public.u;

-- 2. drop rule r on u (replace postgres/rule:t.r)
DROP RULE r ON public.u;

-- 3. drop trigger of_a on u (replace postgres/trigger:t.of_a)
DROP TRIGGER of_a ON public.u;

-- 4. drop view v (replace view:v)
DROP VIEW public.v;

-- 5. rename table u to t (rename table:t)
--    ! correctness, breaks-clients: renames table u to t: statements that still say u fail from then on
ALTER TABLE public.u RENAME TO t;

-- 6. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 7. create policy p of table t (replace postgres/policy:t.p)
CREATE POLICY p ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING ((a > 0));

-- 8. create rule r on t (replace postgres/rule:t.r)
CREATE RULE r AS ON UPDATE TO public.t
   WHERE (new.a > 0) DO INSTEAD NOTHING;

-- 9. create trigger of_a on t (replace postgres/trigger:t.of_a)
CREATE TRIGGER of_a BEFORE UPDATE OF a ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 10. create view v (replace view:v)
CREATE VIEW public.v (id) AS
 SELECT id
   FROM public.t
  WHERE (a > 0);
