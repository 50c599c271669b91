-- replace index:mi: it cannot stay while postgres/collation:c is altered
-- alter postgres/collation:c
--   change-options options: PROVIDER = icu, LOCALE = 'de-DE' → PROVIDER = icu, LOCALE = 'sv-SE'
-- replace postgres/materialized-view:m: it cannot stay while postgres/collation:c is altered
-- replace postgres/policy:t.p: it cannot stay while postgres/collation:c is altered
-- replace postgres/rule:t.r: it cannot stay while postgres/collation:c is altered
-- replace postgres/trigger:t.tr: it cannot stay while postgres/collation:c is altered
-- replace view:v: it cannot stay while postgres/collation:c is altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop policy p of table t (replace postgres/policy:t.p)
DROP POLICY p ON public.t;

-- 2. drop rule r on t (replace postgres/rule:t.r)
DROP RULE r ON public.t;

-- 3. drop trigger tr on t (replace postgres/trigger:t.tr)
DROP TRIGGER tr ON public.t;

-- 4. drop view v (replace view:v)
DROP VIEW public.v;

-- 5. drop materialized view m (replace postgres/materialized-view:m)
DROP MATERIALIZED VIEW public.m;

-- 6. make collation c anew (alter postgres/collation:c)
--    ! blocks-reads, rewrites-table: writes table t again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'sv-SE');
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.c;
ALTER TABLE public.t ALTER COLUMN list TYPE text[] COLLATE public.c;
DROP COLLATION public._schema_sync_old_c;

-- 7. create materialized view m (replace postgres/materialized-view:m)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view m again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.m (a, b) AS
 SELECT t.a,
    (t.b COLLATE public.c) AS b
   FROM public.t
  WITH DATA;

-- 8. create index mi (replace index:mi)
CREATE INDEX mi ON public.m USING btree (b);

-- 9. create policy p of table t (replace postgres/policy:t.p)
CREATE POLICY p ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING (((a > 'b'::text) OR ((b COLLATE public.c) > 'd'::text)));

-- 10. create rule r on t (replace postgres/rule:t.r)
CREATE RULE r AS ON UPDATE TO public.t
   WHERE (new.a > 'b'::text) DO  INSERT INTO public.log (a)
  VALUES (new.a);

-- 11. create trigger tr on t (replace postgres/trigger:t.tr)
CREATE TRIGGER tr BEFORE UPDATE OF a ON public.t FOR EACH ROW WHEN (((new.a > 'b'::text) AND ((new.b COLLATE public.c) > 'c'::text))) EXECUTE FUNCTION public.f();

-- 12. create view v (replace view:v)
CREATE VIEW public.v (b) AS
 SELECT m.b
   FROM public.m;

-- ==== down ====
-- batch, all or nothing

-- 1. drop policy p of table t (replace postgres/policy:t.p)
DROP POLICY p ON public.t;

-- 2. drop rule r on t (replace postgres/rule:t.r)
DROP RULE r ON public.t;

-- 3. drop trigger tr on t (replace postgres/trigger:t.tr)
DROP TRIGGER tr ON public.t;

-- 4. drop view v (replace view:v)
DROP VIEW public.v;

-- 5. drop materialized view m (replace postgres/materialized-view:m)
DROP MATERIALIZED VIEW public.m;

-- 6. make collation c anew (alter postgres/collation:c)
--    ! blocks-reads, rewrites-table: writes table t again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'de-DE');
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.c;
ALTER TABLE public.t ALTER COLUMN list TYPE text[] COLLATE public.c;
DROP COLLATION public._schema_sync_old_c;

-- 7. create materialized view m (replace postgres/materialized-view:m)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view m again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.m (a, b) AS
 SELECT t.a,
    (t.b COLLATE public.c) AS b
   FROM public.t
  WITH DATA;

-- 8. create index mi (replace index:mi)
CREATE INDEX mi ON public.m USING btree (b);

-- 9. create policy p of table t (replace postgres/policy:t.p)
CREATE POLICY p ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING (((a > 'b'::text) OR ((b COLLATE public.c) > 'd'::text)));

-- 10. create rule r on t (replace postgres/rule:t.r)
CREATE RULE r AS ON UPDATE TO public.t
   WHERE (new.a > 'b'::text) DO  INSERT INTO public.log (a)
  VALUES (new.a);

-- 11. create trigger tr on t (replace postgres/trigger:t.tr)
CREATE TRIGGER tr BEFORE UPDATE OF a ON public.t FOR EACH ROW WHEN (((new.a > 'b'::text) AND ((new.b COLLATE public.c) > 'c'::text))) EXECUTE FUNCTION public.f();

-- 12. create view v (replace view:v)
CREATE VIEW public.v (b) AS
 SELECT m.b
   FROM public.m;
