-- replace postgres/rule:t.of_a: it cannot stay while table:t is altered
-- replace postgres/rule:t.of_gone: it cannot stay while table:t is altered
-- replace postgres/rule:v.on_view: it cannot stay while table:t is altered
-- alter table:t
--   drop-column columns.gone: gone integer
--   change-type columns.id.type: integer → bigint
-- replace view:v: a view keeps the columns that it has, and can only get more at the end

-- ==== up ====
-- batch, all or nothing

-- 1. drop rule of_a on t (replace postgres/rule:t.of_a)
DROP RULE of_a ON public.t;

-- 2. drop rule of_gone on t (replace postgres/rule:t.of_gone)
DROP RULE of_gone ON public.t;

-- 3. drop view v (replace view:v)
DROP VIEW public.v;

-- 4. drop column gone of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.gone with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN gone;

-- 5. change the type of column id of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.id becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN id TYPE bigint USING id::bigint;

-- 6. create rule of_a on t (replace postgres/rule:t.of_a)
CREATE RULE of_a AS ON INSERT TO public.t
   WHERE (new.a > 0) DO  INSERT INTO public.l (id)
  VALUES (new.id);

-- 7. create rule of_gone on t (replace postgres/rule:t.of_gone)
CREATE RULE of_gone AS ON UPDATE TO public.t
   WHERE (new.a > 0) DO INSTEAD NOTHING;

-- 8. create view v (replace view:v)
CREATE VIEW public.v (id) AS
 SELECT id
   FROM public.t;

-- 9. create rule on_view on v (replace postgres/rule:v.on_view)
CREATE RULE on_view AS ON DELETE TO public.v DO INSTEAD  DELETE FROM public.t
  WHERE (t.id = old.id);

-- The way down does not bring back:
--   alter table:t: drops column t.gone with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop rule of_a on t (replace postgres/rule:t.of_a)
DROP RULE of_a ON public.t;

-- 2. drop view v (replace view:v)
DROP VIEW public.v;

-- 3. change the type of column id of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of id that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;

-- 4. add column gone of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN gone integer;

-- 5. create rule of_a on t (replace postgres/rule:t.of_a)
CREATE RULE of_a AS ON INSERT TO public.t
   WHERE (new.a > 0) DO  INSERT INTO public.l (id)
  VALUES (new.id);

-- 6. alter rule of_gone on t (alter postgres/rule:t.of_gone)
CREATE OR REPLACE RULE of_gone AS ON UPDATE TO public.t
   WHERE (new.gone > 0) DO INSTEAD NOTHING;

-- 7. create view v (replace view:v)
CREATE VIEW public.v (id) AS
 SELECT id
   FROM public.t;

-- 8. create rule on_view on v (replace postgres/rule:v.on_view)
CREATE RULE on_view AS ON DELETE TO public.v DO INSTEAD  DELETE FROM public.t
  WHERE (t.id = old.id);
