-- alter postgres/enum:mood
--   drop-value labels.sad: sad
-- alter postgres/range-type:moods
--   change-parts parts.mood: made anew

-- ==== up ====
-- batch, all or nothing

-- 1. make enum mood anew (alter postgres/enum:mood)
--    ! data-loss, converts-values: changes t.r from enum mood to fewer values, which fails where one that goes is stored [irreversible]
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('ok', 'happy');

-- 2. make range type moods anew (alter postgres/range-type:moods)
--    ! blocks-reads, rewrites-table: writes table t again, because the range type moods is made anew; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN r TYPE text USING r;
DROP TYPE public.moods;
CREATE TYPE public.moods AS RANGE (
  SUBTYPE = public.mood
);
ALTER TABLE public.t ALTER COLUMN r TYPE public.moods USING r::public.moods;
DROP TYPE public._schema_sync_old_mood;

-- The way down does not bring back:
--   alter postgres/enum:mood: changes t.r from enum mood to fewer values, which fails where one that goes is stored

-- ==== down ====
-- batch

-- 1. add value sad to enum mood (alter postgres/enum:mood)
ALTER TYPE public.mood ADD VALUE 'sad' BEFORE 'ok';
