-- replace index:i: it cannot stay while table:t is altered
-- replace postgres/comment:t.table: it cannot stay while table:t is altered
-- replace postgres/constraint:t.c: it cannot stay while table:t is altered
-- alter postgres/enum:mood
--   drop-value labels.sad: sad
--   change-order labels: ["ok","happy"] → ["happy","ok"]
-- alter table:t
--   drop-column columns.is_ok: is_ok boolean GENERATED ALWAYS AS ((m = 'ok'::public.mood)) STORED
--   drop-column columns.n: n public.mood GENERATED ALWAYS AS (\nCASE\n    WHEN (id > 1) THEN 'ok'::public.mood\n    ELSE m\nEND) STORED
--   add-column columns.is_ok: is_ok boolean GENERATED ALWAYS AS ((m = 'ok'::public.mood)) STORED
--   add-column columns.n: n public.mood GENERATED ALWAYS AS (\nCASE\n    WHEN (id > 1) THEN 'ok'::public.mood\n    ELSE m\nEND) STORED

-- ==== up ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. drop check c of table t (replace postgres/constraint:t.c)
ALTER TABLE public.t DROP CONSTRAINT c;

-- 3. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.m from enum mood to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of t still hold a value in m that goes from the enum mood
SELECT m AS value, count(*) AS rows FROM public.t WHERE m::text IN ('sad') GROUP BY 1;
ALTER TABLE public.t DROP COLUMN is_ok;
ALTER TABLE public.t DROP COLUMN n;
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('happy', 'ok');
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
DROP TYPE public._schema_sync_old_mood;

-- 4. add column is_ok of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column is_ok; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN is_ok boolean GENERATED ALWAYS AS ((m = 'ok'::public.mood)) STORED;

-- 5. add column n of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column n; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN n public.mood GENERATED ALWAYS AS (
CASE
    WHEN (id > 1) THEN 'ok'::public.mood
    ELSE m
END) STORED;

-- 6. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (is_ok);

-- 7. comment on table t (replace postgres/comment:t.table)
COMMENT ON COLUMN public.t.is_ok IS 'whether';

-- 8. add check c to table t (replace postgres/constraint:t.c)
--    ! blocks-reads, scans-table: reads all of table t for the check c, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT c CHECK ((is_ok OR (id > 0)));

-- The way down does not bring back:
--   alter postgres/enum:mood: changes t.m from enum mood to fewer values, which fails where one that goes is stored

-- ==== down ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. drop check c of table t (replace postgres/constraint:t.c)
ALTER TABLE public.t DROP CONSTRAINT c;

-- 3. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
ALTER TABLE public.t DROP COLUMN is_ok;
ALTER TABLE public.t DROP COLUMN n;
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy');
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
DROP TYPE public._schema_sync_old_mood;

-- 4. add column is_ok of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column is_ok; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN is_ok boolean GENERATED ALWAYS AS ((m = 'ok'::public.mood)) STORED;

-- 5. add column n of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column n; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN n public.mood GENERATED ALWAYS AS (
CASE
    WHEN (id > 1) THEN 'ok'::public.mood
    ELSE m
END) STORED;

-- 6. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (is_ok);

-- 7. comment on table t (replace postgres/comment:t.table)
COMMENT ON COLUMN public.t.is_ok IS 'whether';

-- 8. add check c to table t (replace postgres/constraint:t.c)
--    ! blocks-reads, scans-table: reads all of table t for the check c, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT c CHECK ((is_ok OR (id > 0)));
