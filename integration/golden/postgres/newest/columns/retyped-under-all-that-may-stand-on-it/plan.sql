-- replace index:mi: it cannot stay while postgres/materialized-view:m is replaced
-- replace postgres/comment:over.view: it cannot stay while view:over is replaced
-- replace postgres/comment:t.of_column.postgres/trigger: it cannot stay while postgres/trigger:t.of_column is replaced
-- replace postgres/comment:t.p.postgres/policy: it cannot stay while postgres/policy:t.p is replaced
-- replace postgres/comment:t.r.postgres/rule: it cannot stay while postgres/rule:t.r is replaced
-- replace postgres/function:total(): it cannot stay while table:t is altered
-- replace postgres/function:words(public\.t): it cannot stay while table:t is altered
-- replace postgres/materialized-view:m: a materialized view takes another query only when it is created
-- replace postgres/policy:log.of_log: it cannot stay while table:t is altered
-- replace postgres/policy:t.p: it cannot stay while table:t is altered
-- replace postgres/procedure:reset(): it cannot stay while table:t is altered
-- replace postgres/publication:some_columns: it cannot stay while table:t is altered
-- replace postgres/rule:log.into_log: it cannot stay while table:t is altered
-- replace postgres/rule:t.r: it cannot stay while table:t is altered
-- replace postgres/statistics:of_terms: what extended statistics are about cannot be altered
-- replace postgres/trigger:over.instead: it cannot stay while view:over is replaced
-- replace postgres/trigger:t.of_column: it cannot stay while table:t is altered
-- replace postgres/trigger:t.when: it cannot stay while table:t is altered
-- alter table:t
--   change-type columns.n.type: integer → bigint
--   change-type columns.s.type: character varying(10) → character varying(5)
-- replace view:over: a view keeps the columns that it has, and can only get more at the end
-- replace view:top: a view keeps the columns that it has, and can only get more at the end
-- replace view:v: a view keeps the columns that it has, and can only get more at the end

-- ==== up ====
-- batch, all or nothing

-- 1. drop function words(public.t) (replace postgres/function:words(public\.t))
DROP FUNCTION public.words(public.t);

-- 2. drop policy of_log of table log (replace postgres/policy:log.of_log)
DROP POLICY of_log ON public.log;

-- 3. drop policy p of table t (replace postgres/policy:t.p)
DROP POLICY p ON public.t;

-- 4. drop procedure reset() (replace postgres/procedure:reset())
DROP PROCEDURE public.reset();

-- 5. drop publication some_columns (replace postgres/publication:some_columns)
DROP PUBLICATION some_columns;

-- 6. drop rule into_log on log (replace postgres/rule:log.into_log)
DROP RULE into_log ON public.log;

-- 7. drop rule r on t (replace postgres/rule:t.r)
DROP RULE r ON public.t;

-- 8. drop statistics of_terms (replace postgres/statistics:of_terms)
DROP STATISTICS public.of_terms;

-- 9. drop trigger of_column on t (replace postgres/trigger:t.of_column)
DROP TRIGGER of_column ON public.t;

-- 10. drop trigger when on t (replace postgres/trigger:t.when)
DROP TRIGGER "when" ON public.t;

-- 11. drop view top (replace view:top)
DROP VIEW public.top;

-- 12. drop function total() (replace postgres/function:total())
DROP FUNCTION public.total();

-- 13. drop materialized view m (replace postgres/materialized-view:m)
DROP MATERIALIZED VIEW public.m;

-- 14. drop view over (replace view:over)
DROP VIEW public.over;

-- 15. drop view v (replace view:v)
DROP VIEW public.v;

-- 16. change the type of column n of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.n becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN n TYPE bigint USING n::bigint;

-- 17. change the type of column s of table t (alter table:t)
--    ! data-loss, converts-values: changes t.s from character varying(10) to character varying(5), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.s becomes character varying(5); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN s TYPE character varying(5) USING s::character varying;

-- 18. create function total() (replace postgres/function:total())
CREATE FUNCTION public.total()
 RETURNS bigint
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT sum(t.n) AS sum
    FROM public.t;
END;

-- 19. create function words(public.t) (replace postgres/function:words(public\.t))
CREATE FUNCTION public.words(public.t)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN ((($1).s)::text || ($1).id);

-- 20. create policy of_log of table log (replace postgres/policy:log.of_log)
CREATE POLICY of_log ON public.log AS PERMISSIVE FOR ALL TO PUBLIC USING ((EXISTS ( SELECT
   FROM public.t
  WHERE (t.n = log.n))));

-- 21. create policy p of table t (replace postgres/policy:t.p)
CREATE POLICY p ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING ((n > 0)) WITH CHECK ((n IN ( SELECT log.n
   FROM public.log)));

-- 22. comment on policy t.p (replace postgres/comment:t.p.postgres/policy)
COMMENT ON POLICY p ON public.t IS 'a policy';

-- 23. create procedure reset() (replace postgres/procedure:reset())
CREATE PROCEDURE public.reset()
 LANGUAGE sql
BEGIN ATOMIC
 UPDATE public.t SET n = 0;
END;

-- 24. create publication some_columns (replace postgres/publication:some_columns)
CREATE PUBLICATION some_columns FOR TABLE public.t (id, n) WHERE ((id > 0));

-- 25. create rule into_log on log (replace postgres/rule:log.into_log)
CREATE RULE into_log AS ON INSERT TO public.log
   WHERE (new.n > 100) DO  UPDATE public.t SET n = 0
  WHERE (t.n = new.n);

-- 26. create rule r on t (replace postgres/rule:t.r)
CREATE RULE r AS ON DELETE TO public.t
   WHERE (old.n > 5) DO  INSERT INTO public.log (n, what)
  VALUES (old.n, old.s);

-- 27. comment on rule t.r (replace postgres/comment:t.r.postgres/rule)
COMMENT ON RULE r ON public.t IS 'a rule';

-- 28. create statistics of_terms (replace postgres/statistics:of_terms)
CREATE STATISTICS public.of_terms ON (n % 10::bigint), lower(s::text) FROM public.t;
ALTER STATISTICS public.of_terms SET STATISTICS 50;

-- 29. create trigger of_column on t (replace postgres/trigger:t.of_column)
CREATE TRIGGER of_column AFTER UPDATE OF n ON public.t FOR EACH ROW EXECUTE FUNCTION public.f();

-- 30. comment on trigger t.of_column (replace postgres/comment:t.of_column.postgres/trigger)
COMMENT ON TRIGGER of_column ON public.t IS 'of the column';

-- 31. create trigger when on t (replace postgres/trigger:t.when)
CREATE TRIGGER "when" BEFORE UPDATE ON public.t FOR EACH ROW WHEN (((old.n IS DISTINCT FROM new.n) AND ((new.s)::text <> 'x'::text))) EXECUTE FUNCTION public.f();

-- 32. create view v (replace view:v)
CREATE VIEW public.v (id, n, s) AS
 SELECT id,
    n,
    s
   FROM public.t;

-- 33. create view over (replace view:over)
CREATE VIEW public.over (next) AS
 SELECT (n + 1) AS next
   FROM public.v;

-- 34. comment on view over (replace postgres/comment:over.view)
COMMENT ON COLUMN public.over.next IS 'one more';

-- 35. create materialized view m (replace postgres/materialized-view:m)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view m again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.m (next, how_many) AS
 SELECT next,
    count(*) AS how_many
   FROM public.over
  GROUP BY next
  WITH DATA;

-- 36. create index mi (replace index:mi)
CREATE UNIQUE INDEX mi ON public.m USING btree (next);

-- 37. create trigger instead on over (replace postgres/trigger:over.instead)
CREATE TRIGGER instead INSTEAD OF UPDATE ON public.over FOR EACH ROW EXECUTE FUNCTION public.on_view();

-- 38. create view top (replace view:top)
CREATE VIEW public.top (next) AS
 SELECT next
   FROM public.m
  WHERE (next > public.total());

-- The way down does not bring back:
--   alter table:t: changes t.s from character varying(10) to character varying(5), which fails where a stored value is longer, but for blanks at its end, which are cut

-- ==== down ====
-- batch, all or nothing

-- 1. drop function words(public.t) (replace postgres/function:words(public\.t))
DROP FUNCTION public.words(public.t);

-- 2. drop policy of_log of table log (replace postgres/policy:log.of_log)
DROP POLICY of_log ON public.log;

-- 3. drop policy p of table t (replace postgres/policy:t.p)
DROP POLICY p ON public.t;

-- 4. drop procedure reset() (replace postgres/procedure:reset())
DROP PROCEDURE public.reset();

-- 5. drop publication some_columns (replace postgres/publication:some_columns)
DROP PUBLICATION some_columns;

-- 6. drop rule into_log on log (replace postgres/rule:log.into_log)
DROP RULE into_log ON public.log;

-- 7. drop rule r on t (replace postgres/rule:t.r)
DROP RULE r ON public.t;

-- 8. drop statistics of_terms (replace postgres/statistics:of_terms)
DROP STATISTICS public.of_terms;

-- 9. drop trigger of_column on t (replace postgres/trigger:t.of_column)
DROP TRIGGER of_column ON public.t;

-- 10. drop trigger when on t (replace postgres/trigger:t.when)
DROP TRIGGER "when" ON public.t;

-- 11. drop view top (replace view:top)
DROP VIEW public.top;

-- 12. drop function total() (replace postgres/function:total())
DROP FUNCTION public.total();

-- 13. drop materialized view m (replace postgres/materialized-view:m)
DROP MATERIALIZED VIEW public.m;

-- 14. drop view over (replace view:over)
DROP VIEW public.over;

-- 15. drop view v (replace view:v)
DROP VIEW public.v;

-- 16. change the type of column n of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of n that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.n becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN n TYPE integer USING n::integer;

-- 17. change the type of column s of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN s TYPE character varying(10);

-- 18. create function total() (replace postgres/function:total())
CREATE FUNCTION public.total()
 RETURNS bigint
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT sum(t.n) AS sum
    FROM public.t;
END;

-- 19. create function words(public.t) (replace postgres/function:words(public\.t))
CREATE FUNCTION public.words(public.t)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN ((($1).s)::text || ($1).id);

-- 20. create policy of_log of table log (replace postgres/policy:log.of_log)
CREATE POLICY of_log ON public.log AS PERMISSIVE FOR ALL TO PUBLIC USING ((EXISTS ( SELECT
   FROM public.t
  WHERE (t.n = log.n))));

-- 21. create policy p of table t (replace postgres/policy:t.p)
CREATE POLICY p ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING ((n > 0)) WITH CHECK ((n IN ( SELECT log.n
   FROM public.log)));

-- 22. comment on policy t.p (replace postgres/comment:t.p.postgres/policy)
COMMENT ON POLICY p ON public.t IS 'a policy';

-- 23. create procedure reset() (replace postgres/procedure:reset())
CREATE PROCEDURE public.reset()
 LANGUAGE sql
BEGIN ATOMIC
 UPDATE public.t SET n = 0;
END;

-- 24. create publication some_columns (replace postgres/publication:some_columns)
CREATE PUBLICATION some_columns FOR TABLE public.t (id, n) WHERE ((id > 0));

-- 25. create rule into_log on log (replace postgres/rule:log.into_log)
CREATE RULE into_log AS ON INSERT TO public.log
   WHERE (new.n > 100) DO  UPDATE public.t SET n = 0
  WHERE (t.n = new.n);

-- 26. create rule r on t (replace postgres/rule:t.r)
CREATE RULE r AS ON DELETE TO public.t
   WHERE (old.n > 5) DO  INSERT INTO public.log (n, what)
  VALUES (old.n, old.s);

-- 27. comment on rule t.r (replace postgres/comment:t.r.postgres/rule)
COMMENT ON RULE r ON public.t IS 'a rule';

-- 28. create statistics of_terms (replace postgres/statistics:of_terms)
CREATE STATISTICS public.of_terms ON (n % 10), lower(s::text) FROM public.t;
ALTER STATISTICS public.of_terms SET STATISTICS 50;

-- 29. create trigger of_column on t (replace postgres/trigger:t.of_column)
CREATE TRIGGER of_column AFTER UPDATE OF n ON public.t FOR EACH ROW EXECUTE FUNCTION public.f();

-- 30. comment on trigger t.of_column (replace postgres/comment:t.of_column.postgres/trigger)
COMMENT ON TRIGGER of_column ON public.t IS 'of the column';

-- 31. create trigger when on t (replace postgres/trigger:t.when)
CREATE TRIGGER "when" BEFORE UPDATE ON public.t FOR EACH ROW WHEN (((old.n IS DISTINCT FROM new.n) AND ((new.s)::text <> 'x'::text))) EXECUTE FUNCTION public.f();

-- 32. create view v (replace view:v)
CREATE VIEW public.v (id, n, s) AS
 SELECT id,
    n,
    s
   FROM public.t;

-- 33. create view over (replace view:over)
CREATE VIEW public.over (next) AS
 SELECT (n + 1) AS next
   FROM public.v;

-- 34. comment on view over (replace postgres/comment:over.view)
COMMENT ON COLUMN public.over.next IS 'one more';

-- 35. create materialized view m (replace postgres/materialized-view:m)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view m again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.m (next, how_many) AS
 SELECT next,
    count(*) AS how_many
   FROM public.over
  GROUP BY next
  WITH DATA;

-- 36. create index mi (replace index:mi)
CREATE UNIQUE INDEX mi ON public.m USING btree (next);

-- 37. create trigger instead on over (replace postgres/trigger:over.instead)
CREATE TRIGGER instead INSTEAD OF UPDATE ON public.over FOR EACH ROW EXECUTE FUNCTION public.on_view();

-- 38. create view top (replace view:top)
CREATE VIEW public.top (next) AS
 SELECT next
   FROM public.m
  WHERE (next > public.total());
