-- alter postgres/composite-type:day
--   change-parts parts.mood: made anew
-- alter postgres/domain:moods
--   change-default default: '{sad,ok}'::public.mood[] → '{ok}'::public.mood[]
--   change-parts parts.mood: made anew
-- alter postgres/enum:mood
--   drop-value labels.sad: sad
--   change-order labels: ["ok","happy"] → ["happy","ok"]
-- alter table:t
--   change-default columns.a.default: '{sad,ok}'::public.mood[] → '{ok}'::public.mood[]
--   change-default columns.c.default: '{sad}'::public.mood[] → '{ok}'::public.mood[]
--   change-default columns.d.default: '(sad)'::public.day → '(ok)'::public.day

-- ==== up ====
-- batch, all or nothing

-- 1. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.a from enum mood to fewer values, which fails where one that goes is stored [irreversible]
--    ! data-loss, converts-values: changes t.b from enum mood to fewer values, which fails where one that goes is stored [irreversible]
--    ! data-loss, converts-values: changes t.d from enum mood to fewer values, which fails where one that goes is stored [irreversible]
--    ! data-loss, converts-values: changes t.c from enum mood to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of t still hold a value in d that goes from the enum mood
SELECT (d).m AS value, count(*) AS rows FROM public.t WHERE (d).m::text IN ('sad') GROUP BY 1;
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('happy', 'ok');
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE public.mood[] USING a::text::public.mood[];
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN b TYPE public.mood[] USING b::text::public.mood[];
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT ARRAY['ok'::public.mood, 'happy'::public.mood];

-- 2. make composite type day anew (alter postgres/composite-type:day)
--    ! blocks-reads, rewrites-table: writes table t again, because the type day is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.day RENAME TO _schema_sync_old_day;
CREATE TYPE public.day AS (
  m public.mood
);
ALTER TABLE public.t ALTER COLUMN d DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN d TYPE public.day USING d::text::public.day;
DROP TYPE public._schema_sync_old_day;

-- 3. make domain moods anew (alter postgres/domain:moods)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain moods is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.moods RENAME TO _schema_sync_old_moods;
CREATE DOMAIN public.moods AS public.mood[] DEFAULT '{ok}'::public.mood[];
ALTER TABLE public.t ALTER COLUMN c DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN c TYPE public.moods USING c::text::public.moods;
DROP DOMAIN public._schema_sync_old_moods;
DROP TYPE public._schema_sync_old_mood;

-- 4. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT '{ok}'::public.mood[];

-- 5. change the default of column c of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN c SET DEFAULT '{ok}'::public.mood[];

-- 6. change the default of column d of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT '(ok)'::public.day;

-- The way down does not bring back:
--   alter postgres/enum:mood: changes t.a from enum mood to fewer values, which fails where one that goes is stored
--   alter postgres/enum:mood: changes t.b from enum mood to fewer values, which fails where one that goes is stored
--   alter postgres/enum:mood: changes t.d from enum mood to fewer values, which fails where one that goes is stored
--   alter postgres/enum:mood: changes t.c from enum mood to fewer values, which fails where one that goes is stored

-- ==== down ====
-- batch, all or nothing

-- 1. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy');
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE public.mood[] USING a::text::public.mood[];
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN b TYPE public.mood[] USING b::text::public.mood[];
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT ARRAY['ok'::public.mood, 'happy'::public.mood];

-- 2. make composite type day anew (alter postgres/composite-type:day)
--    ! blocks-reads, rewrites-table: writes table t again, because the type day is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.day RENAME TO _schema_sync_old_day;
CREATE TYPE public.day AS (
  m public.mood
);
ALTER TABLE public.t ALTER COLUMN d DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN d TYPE public.day USING d::text::public.day;
DROP TYPE public._schema_sync_old_day;

-- 3. make domain moods anew (alter postgres/domain:moods)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain moods is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.moods RENAME TO _schema_sync_old_moods;
CREATE DOMAIN public.moods AS public.mood[] DEFAULT '{sad,ok}'::public.mood[];
ALTER TABLE public.t ALTER COLUMN c DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN c TYPE public.moods USING c::text::public.moods;
DROP DOMAIN public._schema_sync_old_moods;
DROP TYPE public._schema_sync_old_mood;

-- 4. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT '{sad,ok}'::public.mood[];

-- 5. change the default of column c of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN c SET DEFAULT '{sad}'::public.mood[];

-- 6. change the default of column d of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT '(sad)'::public.day;
