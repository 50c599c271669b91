-- replace index:mvi: it cannot stay while postgres/materialized-view:mv is replaced
-- replace postgres/comment:t.t_m_check.postgres/constraint: it cannot stay while postgres/constraint:t.t_m_check is replaced
-- replace postgres/constraint:t.t_m_check: it cannot stay while postgres/enum:mood is altered
-- alter postgres/enum:mood
--   drop-value labels.sad: sad
--   change-order labels: ["ok","happy"] → ["happy","ok"]
-- replace postgres/materialized-view:mv: it cannot stay while postgres/enum:mood is altered
-- replace postgres/policy:t.p: it cannot stay while postgres/enum:mood is altered
-- replace postgres/trigger:t.g: it cannot stay while postgres/enum:mood is altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop check t_m_check of table t (replace postgres/constraint:t.t_m_check)
ALTER TABLE public.t DROP CONSTRAINT t_m_check;

-- 2. drop materialized view mv (replace postgres/materialized-view:mv)
DROP MATERIALIZED VIEW public.mv;

-- 3. drop policy p of table t (replace postgres/policy:t.p)
DROP POLICY p ON public.t;

-- 4. drop trigger g on t (replace postgres/trigger:t.g)
DROP TRIGGER g ON public.t;

-- 5. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.m from enum mood to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of t still hold a value in m that goes from the enum mood
SELECT m AS value, count(*) AS rows FROM public.t WHERE m::text IN ('sad') GROUP BY 1;
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('happy', 'ok');
ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'ok'::public.mood;
DROP TYPE public._schema_sync_old_mood;

-- 6. add check t_m_check to table t (replace postgres/constraint:t.t_m_check)
--    ! blocks-reads, scans-table: reads all of table t for the check t_m_check, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT t_m_check CHECK ((m = ANY (ARRAY['ok'::public.mood, 'happy'::public.mood])));

-- 7. comment on constraint t.t_m_check (replace postgres/comment:t.t_m_check.postgres/constraint)
COMMENT ON CONSTRAINT t_m_check ON public.t IS 'good ones';

-- 8. create materialized view mv (replace postgres/materialized-view:mv)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view mv again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.mv (id, m) AS
 SELECT t.id,
    t.m
   FROM public.t
  WITH DATA;

-- 9. create index mvi (replace index:mvi)
CREATE UNIQUE INDEX mvi ON public.mv USING btree (m, id);

-- 10. create policy p of table t (replace postgres/policy:t.p)
CREATE POLICY p ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING ((m = 'ok'::public.mood));

-- 11. create trigger g on t (replace postgres/trigger:t.g)
CREATE TRIGGER g BEFORE UPDATE OF m ON public.t FOR EACH ROW WHEN ((new.m = 'happy'::public.mood)) EXECUTE FUNCTION public.touched();

-- The way down does not bring back:
--   alter postgres/enum:mood: changes t.m from enum mood to fewer values, which fails where one that goes is stored

-- ==== down ====
-- batch, all or nothing

-- 1. drop check t_m_check of table t (replace postgres/constraint:t.t_m_check)
ALTER TABLE public.t DROP CONSTRAINT t_m_check;

-- 2. drop materialized view mv (replace postgres/materialized-view:mv)
DROP MATERIALIZED VIEW public.mv;

-- 3. drop policy p of table t (replace postgres/policy:t.p)
DROP POLICY p ON public.t;

-- 4. drop trigger g on t (replace postgres/trigger:t.g)
DROP TRIGGER g ON public.t;

-- 5. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy');
ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'ok'::public.mood;
DROP TYPE public._schema_sync_old_mood;

-- 6. add check t_m_check to table t (replace postgres/constraint:t.t_m_check)
--    ! blocks-reads, scans-table: reads all of table t for the check t_m_check, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT t_m_check CHECK ((m = ANY (ARRAY['ok'::public.mood, 'happy'::public.mood])));

-- 7. comment on constraint t.t_m_check (replace postgres/comment:t.t_m_check.postgres/constraint)
COMMENT ON CONSTRAINT t_m_check ON public.t IS 'good ones';

-- 8. create materialized view mv (replace postgres/materialized-view:mv)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view mv again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.mv (id, m) AS
 SELECT t.id,
    t.m
   FROM public.t
  WITH DATA;

-- 9. create index mvi (replace index:mvi)
CREATE UNIQUE INDEX mvi ON public.mv USING btree (m, id);

-- 10. create policy p of table t (replace postgres/policy:t.p)
CREATE POLICY p ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING ((m = 'ok'::public.mood));

-- 11. create trigger g on t (replace postgres/trigger:t.g)
CREATE TRIGGER g BEFORE UPDATE OF m ON public.t FOR EACH ROW WHEN ((new.m = 'happy'::public.mood)) EXECUTE FUNCTION public.touched();
