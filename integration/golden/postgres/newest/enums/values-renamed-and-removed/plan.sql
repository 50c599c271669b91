-- replace index:i: it cannot stay while postgres/enum:mood is altered
-- drop postgres/constraint:t.t_m_check
-- alter postgres/enum:mood
--   rename-value labels.fine: ok → fine
--   drop-value labels.sad: sad
--   change-order labels: ["ok","happy"] → ["happy","ok"]
-- alter table:t
--   change-default columns.m.default: 'ok'::public.mood → 'fine'::public.mood
-- replace view:v: it cannot stay while postgres/enum:mood is altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. drop check t_m_check of table t (drop postgres/constraint:t.t_m_check)
--    ! correctness, ends-guarantee: drops the check t_m_check of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t DROP CONSTRAINT t_m_check;

-- 3. drop view v (replace view:v)
DROP VIEW public.v;

-- 4. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.l from enum mood to fewer values, which fails where one that goes is stored [irreversible]
--    ! data-loss, converts-values: changes t.m from enum mood to fewer values, which fails where one that goes is stored [irreversible]
ALTER TYPE public.mood RENAME VALUE 'ok' TO 'fine';
-- must find nothing: rows of t still hold a value in m that goes from the enum mood
SELECT m AS value, count(*) AS rows FROM public.t WHERE m::text IN ('sad') GROUP BY 1;
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('happy', 'fine');
ALTER TABLE public.t ALTER COLUMN l TYPE public.mood[] USING l::text::public.mood[];
ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
DROP TYPE public._schema_sync_old_mood;

-- 5. change the default of column m of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'fine'::public.mood;

-- 6. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (m) WHERE (m = 'happy'::public.mood);

-- 7. create view v (replace view:v)
CREATE VIEW public.v (m) AS
 SELECT m
   FROM public.t;

-- The way down does not bring back:
--   alter postgres/enum:mood: changes t.l from enum mood to fewer values, which fails where one that goes is stored
--   alter postgres/enum:mood: changes t.m from enum mood to fewer values, which fails where one that goes is stored

-- ==== down ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. drop view v (replace view:v)
DROP VIEW public.v;

-- 3. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.mood RENAME VALUE 'fine' TO 'ok';
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy');
ALTER TABLE public.t ALTER COLUMN l TYPE public.mood[] USING l::text::public.mood[];
ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
DROP TYPE public._schema_sync_old_mood;

-- 4. change the default of column m of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'ok'::public.mood;

-- 5. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (m) WHERE (m = 'happy'::public.mood);

-- 6. add check t_m_check to table t (create postgres/constraint:t.t_m_check)
--    ! blocks-reads, scans-table: reads all of table t for the check t_m_check, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT t_m_check CHECK ((m <> 'sad'::public.mood));

-- 7. create view v (replace view:v)
CREATE VIEW public.v (m) AS
 SELECT m
   FROM public.t;
