-- replace postgres/comment:liked.postgres/domain: it cannot stay while postgres/domain:liked is altered
-- replace postgres/domain-constraint:liked.liked_check: it cannot stay while postgres/enum:mood is altered
-- alter postgres/domain:liked
--   change-parts parts.mood: made anew
-- alter postgres/domain:loved
--   change-parts parts.mood: made anew
--   change-parts parts.liked: made anew
-- alter postgres/enum:mood
--   drop-value labels.sad: sad
--   change-order labels: ["ok","happy"] → ["happy","ok"]

-- ==== up ====
-- batch, all or nothing

-- 1. drop check liked_check of domain liked (replace postgres/domain-constraint:liked.liked_check)
ALTER DOMAIN public.liked DROP CONSTRAINT liked_check;

-- 2. make enum mood anew (alter postgres/enum:mood)
--    ! data-loss, converts-values: changes t.d from enum mood to fewer values, which fails where one that goes is stored [irreversible]
--    ! data-loss, converts-values: changes t.l from enum mood to fewer values, which fails where one that goes is stored [irreversible]
--    ! data-loss, converts-values: changes u.e from enum mood to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of t still hold a value in d that goes from the enum mood
SELECT d AS value, count(*) AS rows FROM public.t WHERE d::text IN ('sad') GROUP BY 1;
-- must find nothing: rows of u still hold a value in e that goes from the enum mood
SELECT e AS value, count(*) AS rows FROM public.u WHERE e::text IN ('sad') GROUP BY 1;
-- must find nothing: rows of u still hold a value in e that goes from the enum mood
SELECT e AS value, count(*) AS rows FROM public.u WHERE e::text IN ('sad') GROUP BY 1;
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('happy', 'ok');

-- 3. make domain liked anew (alter postgres/domain:liked)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain liked is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.liked RENAME TO _schema_sync_old_liked;
CREATE DOMAIN public.liked AS public.mood DEFAULT 'ok'::public.mood;
ALTER TABLE public.t ALTER COLUMN d DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN d TYPE public.liked USING d::text::public.liked;
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT 'happy'::public.mood;
ALTER TABLE public.t ALTER COLUMN l TYPE public.liked[] USING l::text[]::public.liked[];

-- 4. comment on domain liked (replace postgres/comment:liked.postgres/domain)
COMMENT ON DOMAIN public.liked IS 'one''s mood';

-- 5. add check liked_check to domain liked (replace postgres/domain-constraint:liked.liked_check)
--    ! blocks-writes, scans-table: reads all of table t for the check liked_check of domain liked, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because it holds lists of the domain; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN l TYPE public.mood[] USING l::public.mood[];
ALTER DOMAIN public.liked ADD CONSTRAINT liked_check CHECK (((VALUE <> 'ok'::public.mood) OR (VALUE = 'ok'::public.mood)));
ALTER TABLE public.t ALTER COLUMN l TYPE public.liked[] USING l::public.liked[];

-- 6. make domain loved anew (alter postgres/domain:loved)
--    ! blocks-reads, rewrites-table: writes table u again, because the domain loved is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.loved RENAME TO _schema_sync_old_loved;
CREATE DOMAIN public.loved AS public.liked DEFAULT 'ok'::public.mood NOT NULL;
ALTER TABLE public.u ALTER COLUMN e TYPE public.loved USING e::text::public.loved;
DROP DOMAIN public._schema_sync_old_loved;
DROP DOMAIN public._schema_sync_old_liked;
DROP TYPE public._schema_sync_old_mood;

-- The way down does not bring back:
--   alter postgres/enum:mood: changes t.d from enum mood to fewer values, which fails where one that goes is stored
--   alter postgres/enum:mood: changes t.l from enum mood to fewer values, which fails where one that goes is stored
--   alter postgres/enum:mood: changes u.e from enum mood to fewer values, which fails where one that goes is stored

-- ==== down ====
-- batch, all or nothing

-- 1. drop check liked_check of domain liked (replace postgres/domain-constraint:liked.liked_check)
ALTER DOMAIN public.liked DROP CONSTRAINT liked_check;

-- 2. make enum mood anew (alter postgres/enum:mood)
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy');

-- 3. make domain liked anew (alter postgres/domain:liked)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain liked is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.liked RENAME TO _schema_sync_old_liked;
CREATE DOMAIN public.liked AS public.mood DEFAULT 'ok'::public.mood;
ALTER TABLE public.t ALTER COLUMN d DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN d TYPE public.liked USING d::text::public.liked;
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT 'happy'::public.mood;
ALTER TABLE public.t ALTER COLUMN l TYPE public.liked[] USING l::text[]::public.liked[];

-- 4. comment on domain liked (replace postgres/comment:liked.postgres/domain)
COMMENT ON DOMAIN public.liked IS 'one''s mood';

-- 5. add check liked_check to domain liked (replace postgres/domain-constraint:liked.liked_check)
--    ! blocks-writes, scans-table: reads all of table t for the check liked_check of domain liked, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because it holds lists of the domain; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN l TYPE public.mood[] USING l::public.mood[];
ALTER DOMAIN public.liked ADD CONSTRAINT liked_check CHECK (((VALUE <> 'ok'::public.mood) OR (VALUE = 'ok'::public.mood)));
ALTER TABLE public.t ALTER COLUMN l TYPE public.liked[] USING l::public.liked[];

-- 6. make domain loved anew (alter postgres/domain:loved)
--    ! blocks-reads, rewrites-table: writes table u again, because the domain loved is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.loved RENAME TO _schema_sync_old_loved;
CREATE DOMAIN public.loved AS public.liked DEFAULT 'ok'::public.mood NOT NULL;
ALTER TABLE public.u ALTER COLUMN e TYPE public.loved USING e::text::public.loved;
DROP DOMAIN public._schema_sync_old_loved;
DROP DOMAIN public._schema_sync_old_liked;
DROP TYPE public._schema_sync_old_mood;
