-- alter postgres/enum:mood
--   drop-value labels.sad: sad

-- ==== up ====
-- batch, all or nothing

-- 1. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.m from enum mood to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of t still hold a value in m that goes from the enum mood
SELECT m AS value, count(*) AS rows FROM public.t WHERE m::text IN ('sad') GROUP BY 1;
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('ok');
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
DROP TYPE public._schema_sync_old_mood;

-- The way down does not bring back:
--   alter postgres/enum:mood: changes t.m from enum mood to fewer values, which fails where one that goes is stored

-- ==== down ====
-- batch

-- 1. add value sad to enum mood (alter postgres/enum:mood)
ALTER TYPE public.mood ADD VALUE 'sad' BEFORE 'ok';
