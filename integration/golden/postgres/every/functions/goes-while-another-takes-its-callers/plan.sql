-- replace index:by_f: it cannot stay while postgres/function:f(text) is replaced
-- replace postgres/constraint:t.t_check: it cannot stay while postgres/function:f(text) is replaced
-- alter postgres/domain:d
--   change-default default: public.f('y'::text) → public.f('y'::text)
-- drop postgres/function:f(text)
-- alter table:altered
--   add-column columns.more: more integer
--   change-default columns.a.default: public.f('z'::text) → public.f('z'::text)
-- alter table:t
--   drop-column columns.computed: computed integer GENERATED ALWAYS AS (public.f(b)) STORED
--   add-column columns.computed: computed integer GENERATED ALWAYS AS (public.f(b)) STORED
--   change-default columns.a.default: public.f('x'::text) → public.f('x'::text)
-- replace view:v: it cannot stay while postgres/function:f(text) is replaced

-- ==== up ====
-- batch, all or nothing

-- 1. drop index by_f (replace index:by_f)
DROP INDEX public.by_f;

-- 2. drop check t_check of table t (replace postgres/constraint:t.t_check)
ALTER TABLE public.t DROP CONSTRAINT t_check;

-- 3. drop view v (replace view:v)
DROP VIEW public.v;

-- 4. drop function f(text) (drop postgres/function:f(text))
--    ! correctness, drops-routine: drops function f(text): statements that call it fail from then on, also those in the bodies of others
ALTER TABLE public.t DROP COLUMN computed;
ALTER DOMAIN public.d DROP DEFAULT;
ALTER TABLE public.altered ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
DROP FUNCTION public.f(text);

-- 5. change the default of domain d (alter postgres/domain:d)
ALTER DOMAIN public.d SET DEFAULT public.f('y'::text);

-- 6. add column more of table altered (alter table:altered)
ALTER TABLE public.altered ADD COLUMN more integer;

-- 7. change the default of column a of table altered (alter table:altered)
ALTER TABLE public.altered ALTER COLUMN a SET DEFAULT public.f('z'::text);

-- 8. add column computed of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column computed; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN computed integer GENERATED ALWAYS AS (public.f(b)) STORED;

-- 9. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.f('x'::text);

-- 10. create index by_f (replace index:by_f)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX by_f ON public.t USING btree (public.f(b));

-- 11. add check t_check to table t (replace postgres/constraint:t.t_check)
--    ! blocks-reads, scans-table: reads all of table t for the check t_check, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT t_check CHECK ((public.f('a'::text) > 0));

-- 12. create view v (replace view:v)
CREATE VIEW public.v (n) AS
 SELECT public.f('x'::text) AS n;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop index by_f (replace index:by_f)
DROP INDEX public.by_f;

-- 2. drop check t_check of table t (replace postgres/constraint:t.t_check)
ALTER TABLE public.t DROP CONSTRAINT t_check;

-- 3. drop view v (replace view:v)
DROP VIEW public.v;

-- 4. create function f(text) (create postgres/function:f(text))
CREATE FUNCTION public.f(text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT 2$function$;

-- 5. change the default of domain d (alter postgres/domain:d)
ALTER DOMAIN public.d SET DEFAULT public.f('y'::text);

-- 6. drop column more of table altered (alter table:altered)
--    ! data-loss, drops-column: drops column altered.more with all of its values [irreversible]
ALTER TABLE public.altered DROP COLUMN more;

-- 7. change the default of column a of table altered (alter table:altered)
ALTER TABLE public.altered ALTER COLUMN a SET DEFAULT public.f('z'::text);

-- 8. drop column computed of table t (alter table:t)
ALTER TABLE public.t DROP COLUMN computed;

-- 9. add column computed of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column computed; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN computed integer GENERATED ALWAYS AS (public.f(b)) STORED;

-- 10. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.f('x'::text);

-- 11. create index by_f (replace index:by_f)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX by_f ON public.t USING btree (public.f(b));

-- 12. add check t_check to table t (replace postgres/constraint:t.t_check)
--    ! blocks-reads, scans-table: reads all of table t for the check t_check, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT t_check CHECK ((public.f('a'::text) > 0));

-- 13. create view v (replace view:v)
CREATE VIEW public.v (n) AS
 SELECT public.f('x'::text) AS n;
