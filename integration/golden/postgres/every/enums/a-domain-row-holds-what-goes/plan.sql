-- replace postgres/comment:day.postgres/composite-type: it cannot stay while postgres/composite-type:day is altered
-- alter postgres/composite-type:day
--   change-parts parts.mood: made anew
--   change-parts parts.liked: made anew
-- alter postgres/domain:liked
--   change-parts parts.mood: made anew
-- alter postgres/enum:mood
--   drop-value labels.sad: sad
--   change-order labels: ["ok","happy"] → ["happy","ok"]

-- ==== up ====
-- batch, all or nothing

-- 1. make enum mood anew (alter postgres/enum:mood)
--    ! data-loss, converts-values: changes t.c from enum mood to fewer values, which fails where one that goes is stored [irreversible]
--    ! data-loss, converts-values: changes t.l from enum mood to fewer values, which fails where one that goes is stored [irreversible]
--    ! data-loss, converts-values: changes u.d from enum mood to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of t still hold a value in c that goes from the enum mood
SELECT (c).m AS value, count(*) AS rows FROM public.t WHERE (c).m::text IN ('sad') GROUP BY 1;
-- must find nothing: rows of u still hold a value in d that goes from the enum mood
SELECT d AS value, count(*) AS rows FROM public.u WHERE d::text IN ('sad') GROUP BY 1;
-- must find nothing: rows of t still hold a value in c that goes from the enum mood
SELECT (c).d AS value, count(*) AS rows FROM public.t WHERE (c).d::text IN ('sad') GROUP BY 1;
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('happy', 'ok');

-- 2. make domain liked anew (alter postgres/domain:liked)
--    ! blocks-reads, rewrites-table: writes table u again, because the domain liked is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.liked RENAME TO _schema_sync_old_liked;
CREATE DOMAIN public.liked AS public.mood;
ALTER TABLE public.u ALTER COLUMN d TYPE public.liked USING d::text::public.liked;

-- 3. make composite type day anew (alter postgres/composite-type:day)
--    ! blocks-reads, rewrites-table: writes table t again, because the type day is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.day RENAME TO _schema_sync_old_day;
CREATE TYPE public.day AS (
  m public.mood,
  "a note" text,
  l public.mood[],
  d public.liked
);
ALTER TABLE public.t ALTER COLUMN c TYPE public.day USING c::text::public.day;
ALTER TABLE public.t ALTER COLUMN l TYPE public.day[] USING l::text[]::public.day[];
DROP TYPE public._schema_sync_old_day;
DROP DOMAIN public._schema_sync_old_liked;
DROP TYPE public._schema_sync_old_mood;

-- 4. comment on composite type day (replace postgres/comment:day.postgres/composite-type)
COMMENT ON TYPE public.day IS 'a day';

-- The way down does not bring back:
--   alter postgres/enum:mood: changes t.c from enum mood to fewer values, which fails where one that goes is stored
--   alter postgres/enum:mood: changes t.l from enum mood to fewer values, which fails where one that goes is stored
--   alter postgres/enum:mood: changes u.d from enum mood to fewer values, which fails where one that goes is stored

-- ==== down ====
-- batch, all or nothing

-- 1. make enum mood anew (alter postgres/enum:mood)
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy');

-- 2. make domain liked anew (alter postgres/domain:liked)
--    ! blocks-reads, rewrites-table: writes table u again, because the domain liked is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.liked RENAME TO _schema_sync_old_liked;
CREATE DOMAIN public.liked AS public.mood;
ALTER TABLE public.u ALTER COLUMN d TYPE public.liked USING d::text::public.liked;

-- 3. make composite type day anew (alter postgres/composite-type:day)
--    ! blocks-reads, rewrites-table: writes table t again, because the type day is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.day RENAME TO _schema_sync_old_day;
CREATE TYPE public.day AS (
  m public.mood,
  "a note" text,
  l public.mood[],
  d public.liked
);
ALTER TABLE public.t ALTER COLUMN c TYPE public.day USING c::text::public.day;
ALTER TABLE public.t ALTER COLUMN l TYPE public.day[] USING l::text[]::public.day[];
DROP TYPE public._schema_sync_old_day;
DROP DOMAIN public._schema_sync_old_liked;
DROP TYPE public._schema_sync_old_mood;

-- 4. comment on composite type day (replace postgres/comment:day.postgres/composite-type)
COMMENT ON TYPE public.day IS 'a day';
