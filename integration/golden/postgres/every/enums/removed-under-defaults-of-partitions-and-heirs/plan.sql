-- alter postgres/enum:mood
--   drop-value labels.sad: sad
--   change-order labels: ["ok","happy"] → ["happy","ok"]
-- alter table:t2
--   change-default columns.b.default: 'sad'::public.mood → 'happy'::public.mood
-- left alone: own definition of inherited columns below (m): it is no difference, and is planned for where the table above loses it

-- ==== up ====
-- batch, all or nothing

-- 1. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table above again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes above.m from enum mood to fewer values, which fails where one that goes is stored [irreversible]
--    ! data-loss, converts-values: changes t.a from enum mood to fewer values, which fails where one that goes is stored [irreversible]
--    ! data-loss, converts-values: changes t.b from enum mood to fewer values, which fails where one that goes is stored [irreversible]
--    ! data-loss, converts-values: changes t.c from enum mood to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of above still hold a value in m that goes from the enum mood
SELECT m AS value, count(*) AS rows FROM public.above WHERE m::text IN ('sad') GROUP BY 1;
-- must find nothing: rows of t still hold a value in a that goes from the enum mood
SELECT a AS value, count(*) AS rows FROM public.t WHERE a::text IN ('sad') GROUP BY 1;
-- must find nothing: rows of t still hold a value in b that goes from the enum mood
SELECT b AS value, count(*) AS rows FROM public.t WHERE b::text IN ('sad') GROUP BY 1;
-- must find nothing: rows of t still hold a value in c that goes from the enum mood
SELECT c AS value, count(*) AS rows FROM public.t WHERE c::text IN ('sad') GROUP BY 1;
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('happy', 'ok');
ALTER TABLE public.above ALTER COLUMN m DROP DEFAULT;
ALTER TABLE public.above ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
ALTER TABLE public.above ALTER COLUMN m SET DEFAULT 'ok'::public.mood;
ALTER TABLE public.below ALTER COLUMN m SET DEFAULT 'happy'::public.mood;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE public.mood USING a::text::public.mood;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'ok'::public.mood;
ALTER TABLE public.t1 ALTER COLUMN a SET DEFAULT 'happy'::public.mood;
ALTER TABLE public.t2 ALTER COLUMN a SET DEFAULT 'ok'::public.mood;
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN b TYPE public.mood USING b::text::public.mood;
ALTER TABLE public.t1 ALTER COLUMN b SET DEFAULT 'ok'::public.mood;
ALTER TABLE public.t2 ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN c DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN c TYPE public.mood USING c::text::public.mood;
ALTER TABLE public.t ALTER COLUMN c SET DEFAULT 'ok'::public.mood;
ALTER TABLE public.t1 ALTER COLUMN c DROP DEFAULT;
DROP TYPE public._schema_sync_old_mood;

-- 2. change the default of column b of table t2 (alter table:t2)
ALTER TABLE public.t2 ALTER COLUMN b SET DEFAULT 'happy'::public.mood;

-- The way down does not bring back:
--   alter postgres/enum:mood: changes above.m from enum mood to fewer values, which fails where one that goes is stored
--   alter postgres/enum:mood: changes t.a from enum mood to fewer values, which fails where one that goes is stored
--   alter postgres/enum:mood: changes t.b from enum mood to fewer values, which fails where one that goes is stored
--   alter postgres/enum:mood: changes t.c from enum mood to fewer values, which fails where one that goes is stored

-- ==== down ====
-- batch, all or nothing

-- 1. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table above again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy');
ALTER TABLE public.above ALTER COLUMN m DROP DEFAULT;
ALTER TABLE public.above ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
ALTER TABLE public.above ALTER COLUMN m SET DEFAULT 'ok'::public.mood;
ALTER TABLE public.below ALTER COLUMN m SET DEFAULT 'happy'::public.mood;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE public.mood USING a::text::public.mood;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'ok'::public.mood;
ALTER TABLE public.t1 ALTER COLUMN a SET DEFAULT 'happy'::public.mood;
ALTER TABLE public.t2 ALTER COLUMN a SET DEFAULT 'ok'::public.mood;
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN b TYPE public.mood USING b::text::public.mood;
ALTER TABLE public.t1 ALTER COLUMN b SET DEFAULT 'ok'::public.mood;
ALTER TABLE public.t2 ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN c DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN c TYPE public.mood USING c::text::public.mood;
ALTER TABLE public.t ALTER COLUMN c SET DEFAULT 'ok'::public.mood;
ALTER TABLE public.t1 ALTER COLUMN c DROP DEFAULT;
DROP TYPE public._schema_sync_old_mood;

-- 2. change the default of column b of table t2 (alter table:t2)
ALTER TABLE public.t2 ALTER COLUMN b SET DEFAULT 'sad'::public.mood;
