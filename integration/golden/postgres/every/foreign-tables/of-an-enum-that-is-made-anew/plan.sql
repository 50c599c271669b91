-- alter postgres/enum:mood
--   drop-value labels.sad: sad
-- replace postgres/foreign-table:ft: it cannot stay while postgres/enum:mood is altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign table ft (replace postgres/foreign-table:ft)
DROP FOREIGN TABLE public.ft;

-- 2. make enum mood anew (alter postgres/enum:mood)
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('ok', 'happy');
DROP TYPE public._schema_sync_old_mood;

-- 3. create foreign table ft (replace postgres/foreign-table:ft)
CREATE FOREIGN TABLE public.ft (
  id integer NOT NULL,
  m public.mood,
  l public.mood[]
) SERVER far;

-- ==== down ====
-- batch

-- 1. add value sad to enum mood (alter postgres/enum:mood)
ALTER TYPE public.mood ADD VALUE 'sad' BEFORE 'ok';
