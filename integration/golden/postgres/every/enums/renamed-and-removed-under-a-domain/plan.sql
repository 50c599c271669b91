-- alter postgres/composite-type:day
--   change-parts parts.mood: made anew
-- alter postgres/domain:liked
--   change-default default: 'ok'::public.temper → 'fine'::public.temper
--   change-parts parts.mood: made anew
-- rename postgres/enum:temper from postgres/enum:mood
-- alter postgres/enum:temper
--   rename-value labels.fine: ok → fine
--   drop-value labels.sad: sad
--   change-order labels: ["ok","happy"] → ["happy","ok"]
-- alter table:t
--   change-default columns.d.default: 'ok'::public.temper → 'fine'::public.temper

-- ==== up ====
-- batch, all or nothing

-- 1. rename enum mood to temper (rename postgres/enum:temper)
--    ! correctness, breaks-clients: renames enum mood to temper: statements that still say mood fail from then on
ALTER TYPE public.mood RENAME TO temper;

-- 2. make enum temper anew (alter postgres/enum:temper)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum temper is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.m from enum temper to fewer values, which fails where one that goes is stored [irreversible]
--    ! data-loss, converts-values: changes t.c from enum temper to fewer values, which fails where one that goes is stored [irreversible]
--    ! data-loss, converts-values: changes t.d from enum temper to fewer values, which fails where one that goes is stored [irreversible]
ALTER TYPE public.temper RENAME VALUE 'ok' TO 'fine';
-- must find nothing: rows of t still hold a value in m that goes from the enum temper
SELECT m AS value, count(*) AS rows FROM public.t WHERE m::text IN ('sad') GROUP BY 1;
-- must find nothing: rows of t still hold a value in c that goes from the enum temper
SELECT (c).m AS value, count(*) AS rows FROM public.t WHERE (c).m::text IN ('sad') GROUP BY 1;
-- must find nothing: rows of t still hold a value in d that goes from the enum temper
SELECT d AS value, count(*) AS rows FROM public.t WHERE d::text IN ('sad') GROUP BY 1;
ALTER TYPE public.temper RENAME TO _schema_sync_old_temper;
CREATE TYPE public.temper AS ENUM ('happy', 'fine');
ALTER TABLE public.t ALTER COLUMN m TYPE public.temper USING m::text::public.temper;

-- 3. make composite type day anew (alter postgres/composite-type:day)
--    ! blocks-reads, rewrites-table: writes table t again, because the type day is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.day RENAME TO _schema_sync_old_day;
CREATE TYPE public.day AS (
  m public.temper,
  n integer
);
ALTER TABLE public.t ALTER COLUMN c TYPE public.day USING c::text::public.day;
DROP TYPE public._schema_sync_old_day;

-- 4. make domain liked anew (alter postgres/domain:liked)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain liked is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.d from public.mood to public.temper, which may cut, round or refuse stored values [irreversible]
ALTER DOMAIN public.liked RENAME TO _schema_sync_old_liked;
CREATE DOMAIN public.liked AS public.temper DEFAULT 'fine'::public.temper;
ALTER TABLE public.t ALTER COLUMN d DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN d TYPE public.liked USING d::text::public.liked;
DROP DOMAIN public._schema_sync_old_liked;
DROP TYPE public._schema_sync_old_temper;

-- 5. change the default of column d of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT 'fine'::public.temper;

-- The way down does not bring back:
--   alter postgres/enum:temper: changes t.m from enum temper to fewer values, which fails where one that goes is stored
--   alter postgres/enum:temper: changes t.c from enum temper to fewer values, which fails where one that goes is stored
--   alter postgres/enum:temper: changes t.d from enum temper to fewer values, which fails where one that goes is stored
--   alter postgres/domain:liked: changes t.d from public.mood to public.temper, which may cut, round or refuse stored values

-- ==== down ====
-- batch, all or nothing

-- 1. rename enum temper to mood (rename postgres/enum:mood)
--    ! correctness, breaks-clients: renames enum temper to mood: statements that still say temper fail from then on
ALTER TYPE public.temper RENAME TO mood;

-- 2. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.mood RENAME VALUE 'fine' TO 'ok';
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy');
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;

-- 3. make composite type day anew (alter postgres/composite-type:day)
--    ! blocks-reads, rewrites-table: writes table t again, because the type day is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.day RENAME TO _schema_sync_old_day;
CREATE TYPE public.day AS (
  m public.mood,
  n integer
);
ALTER TABLE public.t ALTER COLUMN c TYPE public.day USING c::text::public.day;
DROP TYPE public._schema_sync_old_day;

-- 4. make domain liked anew (alter postgres/domain:liked)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain liked is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.d from public.temper to public.mood, which may cut, round or refuse stored values [irreversible]
ALTER DOMAIN public.liked RENAME TO _schema_sync_old_liked;
CREATE DOMAIN public.liked AS public.mood DEFAULT 'ok'::public.mood;
ALTER TABLE public.t ALTER COLUMN d DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN d TYPE public.liked USING d::text::public.liked;
DROP DOMAIN public._schema_sync_old_liked;
DROP TYPE public._schema_sync_old_mood;

-- 5. change the default of column d of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT 'ok'::public.mood;
