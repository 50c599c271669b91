-- replace index:counted_n_idx: it cannot stay while postgres/materialized-view:counted is replaced
-- create index:v_id_idx
-- create postgres/comment:v.postgres/materialized-view
-- replace postgres/function:f(public\.v): it cannot stay while view:v is replaced
-- replace postgres/materialized-view:counted: it cannot stay while view:over "it is replaced
-- create postgres/materialized-view:v
-- replace postgres/policy:u.seen: it cannot stay while view:v is replaced
-- replace view:called: it cannot stay while view:v is replaced
-- replace view:over "it: it cannot stay while view:v is replaced
-- drop view:v

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop materialized view counted (replace postgres/materialized-view:counted)
DROP MATERIALIZED VIEW public.counted;

-- 2. drop policy seen of table u (replace postgres/policy:u.seen)
DROP POLICY seen ON public.u;

-- 3. drop view called (replace view:called)
DROP VIEW public.called;

-- 4. drop function f(public.v) (replace postgres/function:f(public\.v))
DROP FUNCTION public.f(public.v);

-- 5. drop view over "it (replace view:over "it)
DROP VIEW public."over ""it";

-- 6. drop view v (drop view:v)
--    ! correctness, drops-view: drops view v: statements that use it fail from then on
DROP VIEW public.v;

-- 7. create materialized view v (create postgres/materialized-view:v)
--    ! slow, fills-materialized-view: runs the query of materialized view v
CREATE MATERIALIZED VIEW public.v (id, n) AS
 SELECT t.id,
    t.n
   FROM public.t
  WITH DATA;

-- 8. create index v_id_idx (create index:v_id_idx)
CREATE INDEX v_id_idx ON public.v USING btree (id);

-- 9. comment on materialized view v (create postgres/comment:v.postgres/materialized-view)
COMMENT ON MATERIALIZED VIEW public.v IS 'what there is';

-- 10. create function f(public.v) (replace postgres/function:f(public\.v))
CREATE FUNCTION public.f(public.v)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 11. create policy seen of table u (replace postgres/policy:u.seen)
CREATE POLICY seen ON public.u AS PERMISSIVE FOR ALL TO PUBLIC USING ((EXISTS ( SELECT
   FROM public.v
  WHERE (v.id = u.id))));

-- 12. create view called (replace view:called)
CREATE VIEW public.called (r) AS
 SELECT public.f(v.*) AS r
   FROM public.v;

-- 13. create view over "it (replace view:over "it)
CREATE VIEW public."over ""it" (id) AS
 SELECT v.id
   FROM public.v
  WHERE (v.n <> ''::text);

-- 14. create materialized view counted (replace postgres/materialized-view:counted)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view counted again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.counted (n) AS
 SELECT count(*) AS n
   FROM public."over ""it"
  WITH DATA;

-- 15. create index counted_n_idx (replace index:counted_n_idx)
CREATE INDEX counted_n_idx ON public.counted USING btree (n);

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop materialized view counted (replace postgres/materialized-view:counted)
DROP MATERIALIZED VIEW public.counted;

-- 2. drop policy seen of table u (replace postgres/policy:u.seen)
DROP POLICY seen ON public.u;

-- 3. drop view called (replace view:called)
DROP VIEW public.called;

-- 4. drop function f(public.v) (replace postgres/function:f(public\.v))
DROP FUNCTION public.f(public.v);

-- 5. drop view over "it (replace view:over "it)
DROP VIEW public."over ""it";

-- 6. drop materialized view v (drop postgres/materialized-view:v)
--    ! correctness, drops-view: drops materialized view v: statements that use it fail from then on
DROP MATERIALIZED VIEW public.v;

-- 7. create view v (create view:v)
CREATE VIEW public.v (id, n) AS
 SELECT t.id,
    t.n
   FROM public.t;

-- 8. comment on view v (create postgres/comment:v.view)
COMMENT ON VIEW public.v IS 'what there is';

-- 9. create function f(public.v) (replace postgres/function:f(public\.v))
CREATE FUNCTION public.f(public.v)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 10. create policy seen of table u (replace postgres/policy:u.seen)
CREATE POLICY seen ON public.u AS PERMISSIVE FOR ALL TO PUBLIC USING ((EXISTS ( SELECT
   FROM public.v
  WHERE (v.id = u.id))));

-- 11. create view called (replace view:called)
CREATE VIEW public.called (r) AS
 SELECT public.f(v.*) AS r
   FROM public.v;

-- 12. create view over "it (replace view:over "it)
CREATE VIEW public."over ""it" (id) AS
 SELECT v.id
   FROM public.v
  WHERE (v.n <> ''::text);

-- 13. create materialized view counted (replace postgres/materialized-view:counted)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view counted again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.counted (n) AS
 SELECT count(*) AS n
   FROM public."over ""it"
  WITH DATA;

-- 14. create index counted_n_idx (replace index:counted_n_idx)
CREATE INDEX counted_n_idx ON public.counted USING btree (n);
