-- replace index:t_called: it cannot stay while postgres/function:f(integer) is replaced
-- replace index:t_computed: it cannot stay while table:t is altered
-- replace postgres/constraint:t.t_a_check: it cannot stay while postgres/function:f(integer) is replaced
-- replace postgres/domain-constraint:d.d_check: it cannot stay while postgres/function:f(integer) is replaced
-- alter postgres/domain:d
--   change-default default: public.f(1) → public.f(1)
-- drop postgres/function:f(integer)
-- create postgres/function:f(integer, integer)
-- alter table:t
--   drop-column columns.computed: computed integer GENERATED ALWAYS AS (public.f(a)) STORED
--   add-column columns.computed: computed integer GENERATED ALWAYS AS (public.f(a)) STORED
--   change-default columns.a.default: public.f(1) → public.f(1)
-- replace view:v: it cannot stay while postgres/function:f(integer) is replaced

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop index t_called (replace index:t_called)
DROP INDEX public.t_called;

-- 2. drop index t_computed (replace index:t_computed)
DROP INDEX public.t_computed;

-- 3. drop check t_a_check of table t (replace postgres/constraint:t.t_a_check)
ALTER TABLE public.t DROP CONSTRAINT t_a_check;

-- 4. drop check d_check of domain d (replace postgres/domain-constraint:d.d_check)
ALTER DOMAIN public.d DROP CONSTRAINT d_check;

-- 5. drop view v (replace view:v)
DROP VIEW public.v;

-- 6. drop function f(integer) (drop postgres/function:f(integer))
--    ! correctness, drops-routine: drops function f(integer): statements that call it fail from then on, also those in the bodies of others
ALTER TABLE public.t DROP COLUMN computed;
ALTER DOMAIN public.d DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
DROP FUNCTION public.f(integer);

-- 7. create function f(integer, integer) (create postgres/function:f(integer, integer))
CREATE FUNCTION public.f(a integer, b integer DEFAULT 2)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT a + b$function$;

-- 8. change the default of domain d (alter postgres/domain:d)
ALTER DOMAIN public.d SET DEFAULT public.f(1);

-- 9. add check d_check to domain d (replace postgres/domain-constraint:d.d_check)
--    ! blocks-writes, scans-table: reads all of table t for the check d_check of domain d, and rows that do not comply make it fail
ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK ((public.f(VALUE) > 0));

-- 10. add column computed of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column computed; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN computed integer GENERATED ALWAYS AS (public.f(a)) STORED;

-- 11. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.f(1);

-- 12. create index t_called (replace index:t_called)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX t_called ON public.t USING btree (public.f(a));

-- 13. create index t_computed (replace index:t_computed)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX t_computed ON public.t USING btree (computed);

-- 14. add check t_a_check to table t (replace postgres/constraint:t.t_a_check)
--    ! blocks-reads, scans-table: reads all of table t for the check t_a_check, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((public.f(a) > 0));

-- 15. create view v (replace view:v)
CREATE VIEW public.v (one) AS
 SELECT public.f(1) AS one;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop index t_called (replace index:t_called)
DROP INDEX public.t_called;

-- 2. drop index t_computed (replace index:t_computed)
DROP INDEX public.t_computed;

-- 3. drop check t_a_check of table t (replace postgres/constraint:t.t_a_check)
ALTER TABLE public.t DROP CONSTRAINT t_a_check;

-- 4. drop check d_check of domain d (replace postgres/domain-constraint:d.d_check)
ALTER DOMAIN public.d DROP CONSTRAINT d_check;

-- 5. drop view v (replace view:v)
DROP VIEW public.v;

-- 6. drop function f(integer, integer) (drop postgres/function:f(integer, integer))
--    ! correctness, drops-routine: drops function f(integer, integer): statements that call it fail from then on, also those in the bodies of others
ALTER TABLE public.t DROP COLUMN computed;
ALTER DOMAIN public.d DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
DROP FUNCTION public.f(integer, integer);

-- 7. create function f(integer) (create postgres/function:f(integer))
CREATE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT a$function$;

-- 8. change the default of domain d (alter postgres/domain:d)
ALTER DOMAIN public.d SET DEFAULT public.f(1);

-- 9. add check d_check to domain d (replace postgres/domain-constraint:d.d_check)
--    ! blocks-writes, scans-table: reads all of table t for the check d_check of domain d, and rows that do not comply make it fail
ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK ((public.f(VALUE) > 0));

-- 10. add column computed of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column computed; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN computed integer GENERATED ALWAYS AS (public.f(a)) STORED;

-- 11. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.f(1);

-- 12. create index t_called (replace index:t_called)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX t_called ON public.t USING btree (public.f(a));

-- 13. create index t_computed (replace index:t_computed)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX t_computed ON public.t USING btree (computed);

-- 14. add check t_a_check to table t (replace postgres/constraint:t.t_a_check)
--    ! blocks-reads, scans-table: reads all of table t for the check t_a_check, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((public.f(a) > 0));

-- 15. create view v (replace view:v)
CREATE VIEW public.v (one) AS
 SELECT public.f(1) AS one;
