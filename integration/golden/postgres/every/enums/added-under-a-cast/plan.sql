-- alter postgres/enum:mood
--   add-value labels.new: new
-- alter table:t
--   change-default columns.m.default: 'sad'::public.mood → 'new'::public.mood
--   change-default columns.n.default: ('sad'::public.mood)::text → ('new'::public.mood)::text

-- ==== up ====
-- batch

-- 1. add value new to enum mood (alter postgres/enum:mood)
ALTER TYPE public.mood ADD VALUE 'new' BEFORE 'ok';
-- batch, all or nothing

-- 2. change the default of column m of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'new'::public.mood;

-- 3. change the default of column n of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN n SET DEFAULT ('new'::public.mood)::text;

-- ==== down ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. drop cast character varying as public.mood (replace postgres/cast:character varying as public\.mood)
DROP CAST (character varying AS public.mood);

-- 3. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.list from enum mood to fewer values, which fails where one that goes is stored [irreversible]
--    ! data-loss, converts-values: changes t.m from enum mood to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of t still hold a value in m that goes from the enum mood
SELECT m AS value, count(*) AS rows FROM public.t WHERE m::text IN ('new') GROUP BY 1;
ALTER TABLE public.t DROP COLUMN g;
ALTER TABLE public.t ALTER COLUMN n DROP DEFAULT;
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('sad', 'ok');
ALTER TABLE public.t ALTER COLUMN list TYPE public.mood[] USING list::text::public.mood[];
ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
DROP TYPE public._schema_sync_old_mood;

-- 4. create cast character varying as public.mood (replace postgres/cast:character varying as public\.mood)
CREATE CAST (character varying AS public.mood) WITH INOUT AS IMPLICIT;

-- 5. change the default of column m of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'sad'::public.mood;

-- 6. change the default of column n of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN n SET DEFAULT ('sad'::public.mood)::text;

-- 7. add column g of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column g; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN g text GENERATED ALWAYS AS (
CASE
    WHEN (m = 'sad'::public.mood) THEN 'x'::text
    ELSE NULL::text
END) STORED;

-- 8. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (m) WHERE (m = 'sad'::public.mood);
