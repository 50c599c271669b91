-- replace postgres/domain-constraint:moods.moods_check: it cannot stay while postgres/domain:moods is altered
-- alter postgres/domain:moods
--   change-parts parts.mood: made anew
-- alter postgres/enum:mood
--   drop-value labels.sad: sad
--   change-order labels: ["ok","happy"] → ["happy","ok"]

-- ==== up ====
-- batch, all or nothing

-- 1. drop check moods_check of domain moods (replace postgres/domain-constraint:moods.moods_check)
ALTER DOMAIN public.moods DROP CONSTRAINT moods_check;

-- 2. make enum mood anew (alter postgres/enum:mood)
--    ! data-loss, converts-values: changes t.d from enum mood to fewer values, which fails where one that goes is stored [irreversible]
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('happy', 'ok');

-- 3. make domain moods anew (alter postgres/domain:moods)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain moods is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.moods RENAME TO _schema_sync_old_moods;
CREATE DOMAIN public.moods AS public.mood[];
ALTER TABLE public.t ALTER COLUMN d TYPE public.moods USING d::text::public.moods;
DROP DOMAIN public._schema_sync_old_moods;
DROP TYPE public._schema_sync_old_mood;

-- 4. add check moods_check to domain moods (replace postgres/domain-constraint:moods.moods_check)
--    ! blocks-writes, scans-table: reads all of table t for the check moods_check of domain moods, and rows that do not comply make it fail
ALTER DOMAIN public.moods ADD CONSTRAINT moods_check CHECK ((cardinality(VALUE) < 9));

-- The way down does not bring back:
--   alter postgres/enum:mood: changes t.d from enum mood to fewer values, which fails where one that goes is stored

-- ==== down ====
-- batch, all or nothing

-- 1. drop check moods_check of domain moods (replace postgres/domain-constraint:moods.moods_check)
ALTER DOMAIN public.moods DROP CONSTRAINT moods_check;

-- 2. make enum mood anew (alter postgres/enum:mood)
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy');

-- 3. make domain moods anew (alter postgres/domain:moods)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain moods is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.moods RENAME TO _schema_sync_old_moods;
CREATE DOMAIN public.moods AS public.mood[];
ALTER TABLE public.t ALTER COLUMN d TYPE public.moods USING d::text::public.moods;
DROP DOMAIN public._schema_sync_old_moods;
DROP TYPE public._schema_sync_old_mood;

-- 4. add check moods_check to domain moods (replace postgres/domain-constraint:moods.moods_check)
--    ! blocks-writes, scans-table: reads all of table t for the check moods_check of domain moods, and rows that do not comply make it fail
ALTER DOMAIN public.moods ADD CONSTRAINT moods_check CHECK ((cardinality(VALUE) < 9));
