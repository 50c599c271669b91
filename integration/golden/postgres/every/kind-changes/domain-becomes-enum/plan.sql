-- replace index:i: an index cannot be altered
-- drop postgres/constraint:t.t_s_check
-- drop postgres/domain:st
-- create postgres/enum:st
-- replace postgres/function:f(public\.st): it cannot stay while postgres/domain:st is replaced
-- alter table:t
--   change-default columns.s.default: 'a'::text → 'a'::public.st
-- replace view:v: it cannot stay while postgres/domain:st is replaced

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. drop check t_s_check of table t (drop postgres/constraint:t.t_s_check)
--    ! correctness, ends-guarantee: drops the check t_s_check of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t DROP CONSTRAINT t_s_check;

-- 3. drop view v (replace view:v)
DROP VIEW public.v;

-- 4. drop function f(public.st) (replace postgres/function:f(public\.st))
DROP FUNCTION public.f(public.st);

-- 5. create enum st (create postgres/enum:st)
--    ! blocks-reads, scans-table: reads all of table t for values that are no st, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because st becomes a type of another kind; nobody reads or writes it meanwhile
ALTER DOMAIN public.st RENAME TO _schema_sync_old_st;
CREATE TYPE public.st AS ENUM ('a', 'b');
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN s TYPE public.st USING s::text::public.st;
DROP DOMAIN public._schema_sync_old_st;

-- 6. create function f(public.st) (replace postgres/function:f(public\.st))
CREATE FUNCTION public.f(public.st)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 7. change the default of column s of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT 'a'::public.st;

-- 8. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (s) WHERE (s = 'a'::public.st);

-- 9. create view v (replace view:v)
CREATE VIEW public.v (f) AS
 SELECT public.f(NULL::public.st) AS f;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. drop view v (replace view:v)
DROP VIEW public.v;

-- 3. drop function f(public.st) (replace postgres/function:f(public\.st))
DROP FUNCTION public.f(public.st);

-- 4. create domain st (create postgres/domain:st)
--    ! blocks-reads, scans-table: reads all of table t for values that are no st, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because st becomes a type of another kind; nobody reads or writes it meanwhile
ALTER TYPE public.st RENAME TO _schema_sync_old_st;
CREATE DOMAIN public.st AS text;
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN s TYPE public.st USING s::text::public.st;
DROP TYPE public._schema_sync_old_st;

-- 5. add check st_check to domain st (create postgres/domain-constraint:st.st_check)
--    ! blocks-writes, scans-table: reads all of table t for the check st_check of domain st, and rows that do not comply make it fail
ALTER DOMAIN public.st ADD CONSTRAINT st_check CHECK ((VALUE = ANY (ARRAY['a'::text, 'b'::text])));

-- 6. create function f(public.st) (replace postgres/function:f(public\.st))
CREATE FUNCTION public.f(public.st)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 7. change the default of column s of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT 'a'::text;

-- 8. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (s) WHERE ((s)::text = 'a'::text);

-- 9. add check t_s_check to table t (create postgres/constraint:t.t_s_check)
--    ! blocks-reads, scans-table: reads all of table t for the check t_s_check, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT t_s_check CHECK (((s)::text <> 'zz'::text));

-- 10. create view v (replace view:v)
CREATE VIEW public.v (f) AS
 SELECT public.f((NULL::text)::public.st) AS f;
