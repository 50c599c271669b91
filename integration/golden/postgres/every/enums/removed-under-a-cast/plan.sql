-- replace postgres/cast:character varying as public\."we""ird": it cannot stay while postgres/enum:we"ird is altered
-- alter postgres/enum:we"ird
--   drop-value labels.c: c

-- ==== up ====
-- batch, all or nothing

-- 1. drop cast character varying as public."we""ird" (replace postgres/cast:character varying as public\."we""ird")
DROP CAST (character varying AS public."we""ird");

-- 2. make enum we"ird anew (alter postgres/enum:we"ird)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum we"ird is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.s from enum we"ird to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of t still hold a value in s that goes from the enum we"ird
SELECT s AS value, count(*) AS rows FROM public.t WHERE s::text IN ('c') GROUP BY 1;
ALTER TYPE public."we""ird" RENAME TO "_schema_sync_old_we""ird";
CREATE TYPE public."we""ird" AS ENUM ('a', 'b');
ALTER TABLE public.t ALTER COLUMN s TYPE public."we""ird" USING s::text::public."we""ird";
DROP TYPE public."_schema_sync_old_we""ird";

-- 3. create cast character varying as public."we""ird" (replace postgres/cast:character varying as public\."we""ird")
CREATE CAST (character varying AS public."we""ird") WITH INOUT AS IMPLICIT;

-- The way down does not bring back:
--   alter postgres/enum:we"ird: changes t.s from enum we"ird to fewer values, which fails where one that goes is stored

-- ==== down ====
-- batch

-- 1. add value c to enum we"ird (alter postgres/enum:we"ird)
ALTER TYPE public."we""ird" ADD VALUE 'c';
