-- alter postgres/enum:mood
--   drop-value labels.sad: sad
-- replace postgres/function:f(integer): the type of a result cannot be changed
-- replace postgres/materialized-view:m: a materialized view takes another query only when it is created
-- alter table:t
--   drop-column columns.twice: twice integer GENERATED ALWAYS AS ((id * 2)) STORED
--   change-type columns.a.type: integer → bigint
--   add-column columns.twice: twice integer GENERATED ALWAYS AS ((id * 3)) STORED
-- replace view:plain: a view keeps the columns that it has, and can only get more at the end
-- replace view:v: a view keeps the columns that it has, and can only get more at the end

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f(integer) (replace postgres/function:f(integer))
DROP FUNCTION public.f(integer);

-- 2. drop materialized view m (replace postgres/materialized-view:m)
DROP MATERIALIZED VIEW public.m;

-- 3. drop view plain (replace view:plain)
DROP VIEW public.plain;

-- 4. drop view v (replace view:v)
DROP VIEW public.v;

-- 5. make enum mood anew (alter postgres/enum:mood)
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('ok');
DROP TYPE public._schema_sync_old_mood;
ALTER TYPE public.mood OWNER TO pg_monitor;
REVOKE USAGE ON TYPE public.mood FROM PUBLIC;

-- 6. create function f(integer) (replace postgres/function:f(integer))
CREATE FUNCTION public.f(a integer)
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT 1::bigint$function$;
REVOKE EXECUTE ON ROUTINE public.f(integer) FROM PUBLIC;

-- 7. drop column twice of table t (alter table:t)
ALTER TABLE public.t DROP COLUMN twice;

-- 8. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;

-- 9. add column twice of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column twice; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN twice integer GENERATED ALWAYS AS ((id * 3)) STORED;
GRANT SELECT (twice) ON TABLE public.t TO pg_monitor;

-- 10. create materialized view m (replace postgres/materialized-view:m)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view m again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.m (a) AS
 SELECT t.a
   FROM public.t
  WITH DATA;
GRANT SELECT (a) ON TABLE public.m TO PUBLIC;

-- 11. create view plain (replace view:plain)
CREATE VIEW public.plain (a) AS
 SELECT t.a
   FROM public.t;

-- 12. create view v (replace view:v)
CREATE VIEW public.v (a, id) AS
 SELECT t.a,
    t.id
   FROM public.t;
ALTER VIEW public.v OWNER TO pg_read_all_stats;
GRANT SELECT ON TABLE public.v TO pg_monitor WITH GRANT OPTION;

-- ==== down ====
-- batch

-- 1. add value sad to enum mood (alter postgres/enum:mood)
ALTER TYPE public.mood ADD VALUE 'sad' BEFORE 'ok';
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 2. drop function f(integer) (replace postgres/function:f(integer))
DROP FUNCTION public.f(integer);

-- 3. create function f(integer) (replace postgres/function:f(integer))
CREATE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
REVOKE EXECUTE ON ROUTINE public.f(integer) FROM PUBLIC;

-- 4. drop materialized view m (replace postgres/materialized-view:m)
DROP MATERIALIZED VIEW public.m;

-- 5. drop view plain (replace view:plain)
DROP VIEW public.plain;

-- 6. drop view v (replace view:v)
DROP VIEW public.v;

-- 7. drop column twice of table t (alter table:t)
ALTER TABLE public.t DROP COLUMN twice;

-- 8. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 9. add column twice of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column twice; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN twice integer GENERATED ALWAYS AS ((id * 2)) STORED;
GRANT SELECT (twice) ON TABLE public.t TO pg_monitor;

-- 10. create materialized view m (replace postgres/materialized-view:m)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view m again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.m (a) AS
 SELECT t.a
   FROM public.t
  WITH DATA;
GRANT SELECT (a) ON TABLE public.m TO PUBLIC;

-- 11. create view plain (replace view:plain)
CREATE VIEW public.plain (a) AS
 SELECT t.a
   FROM public.t;

-- 12. create view v (replace view:v)
CREATE VIEW public.v (a, id) AS
 SELECT t.a,
    t.id
   FROM public.t;
ALTER VIEW public.v OWNER TO pg_read_all_stats;
GRANT SELECT ON TABLE public.v TO pg_monitor WITH GRANT OPTION;
