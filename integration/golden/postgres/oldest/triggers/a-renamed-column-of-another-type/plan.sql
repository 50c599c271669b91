-- replace postgres/trigger:t.of_a: it cannot stay while table:t is altered
-- alter table:t
--   rename-column columns.b: a → b
--   change-type columns.b.type: integer → bigint
-- replace view:v: it cannot stay while table:t is altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop trigger of_a on t (replace postgres/trigger:t.of_a)
DROP TRIGGER of_a ON public.t;

-- 2. drop view v (replace view:v)
DROP VIEW public.v;

-- 3. rename column a to b of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.a to b: statements that still say t.a fail from then on
ALTER TABLE public.t RENAME COLUMN a TO b;

-- 4. change the type of column b of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE bigint USING b::bigint;

-- 5. create trigger of_a on t (replace postgres/trigger:t.of_a)
CREATE TRIGGER of_a BEFORE UPDATE OF b ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 6. create view v (replace view:v)
CREATE VIEW public.v (id) AS
 SELECT t.id
   FROM public.t
  WHERE (t.b > 0);

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger of_a on t (replace postgres/trigger:t.of_a)
DROP TRIGGER of_a ON public.t;

-- 2. drop view v (replace view:v)
DROP VIEW public.v;

-- 3. rename column b to a of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.b to a: statements that still say t.b fail from then on
ALTER TABLE public.t RENAME COLUMN b TO a;

-- 4. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 5. create trigger of_a on t (replace postgres/trigger:t.of_a)
CREATE TRIGGER of_a BEFORE UPDATE OF a ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 6. create view v (replace view:v)
CREATE VIEW public.v (id) AS
 SELECT t.id
   FROM public.t
  WHERE (t.a > 0);
