-- alter postgres/enum:mood
--   drop-value labels.sad: sad
-- alter table:t
--   rename-column columns.my Mood: m → my Mood
-- drop table:u

-- ==== up ====
-- batch, all or nothing

-- 1. drop table u (drop table:u)
--    ! data-loss, drops-table: drops table u with all of its rows [irreversible]
DROP TABLE public.u;

-- 2. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.m from enum mood to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of t still hold a value in m that goes from the enum mood
SELECT m AS value, count(*) AS rows FROM public.t WHERE m::text IN ('sad') GROUP BY 1;
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('ok');
ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'ok'::public.mood;
DROP TYPE public._schema_sync_old_mood;

-- 3. rename column m to my Mood of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.m to my Mood: statements that still say t.m fail from then on
ALTER TABLE public.t RENAME COLUMN m TO "my Mood";

-- The way down does not bring back:
--   drop table:u: drops table u with all of its rows
--   alter postgres/enum:mood: changes t.m from enum mood to fewer values, which fails where one that goes is stored

-- ==== down ====
-- batch

-- 1. add value sad to enum mood (alter postgres/enum:mood)
ALTER TYPE public.mood ADD VALUE 'sad' BEFORE 'ok';
-- batch, all or nothing

-- 2. rename column my Mood to m of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.my Mood to m: statements that still say t.my Mood fail from then on
ALTER TABLE public.t RENAME COLUMN "my Mood" TO m;

-- 3. create table u (create table:u)
CREATE TABLE public.u (
  m public.mood DEFAULT 'sad'::public.mood
);
