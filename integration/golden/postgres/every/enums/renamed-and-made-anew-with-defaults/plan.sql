-- rename postgres/enum:O k from postgres/enum:o'k
-- alter postgres/enum:O k
--   change-order labels: ["a","b"] → ["b","a"]

-- ==== up ====
-- batch, all or nothing

-- 1. rename enum o'k to O k (rename postgres/enum:O k)
--    ! correctness, breaks-clients: renames enum o'k to O k: statements that still say o'k fail from then on
ALTER TYPE public."o'k" RENAME TO "O k";

-- 2. make enum O k anew (alter postgres/enum:O k)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum O k is made anew; nobody reads or writes it meanwhile
ALTER TYPE public."O k" RENAME TO "_schema_sync_old_O k";
CREATE TYPE public."O k" AS ENUM ('b', 'a');
ALTER TABLE public.t ALTER COLUMN l DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN l TYPE public."O k"[] USING l::text::public."O k"[];
ALTER TABLE public.t ALTER COLUMN l SET DEFAULT '{a,b}'::public."O k"[];
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN s TYPE public."O k" USING s::text::public."O k";
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT 'a'::public."O k";
DROP TYPE public."_schema_sync_old_O k";

-- ==== down ====
-- batch, all or nothing

-- 1. rename enum O k to o'k (rename postgres/enum:o'k)
--    ! correctness, breaks-clients: renames enum O k to o'k: statements that still say O k fail from then on
ALTER TYPE public."O k" RENAME TO "o'k";

-- 2. make enum o'k anew (alter postgres/enum:o'k)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum o'k is made anew; nobody reads or writes it meanwhile
ALTER TYPE public."o'k" RENAME TO "_schema_sync_old_o'k";
CREATE TYPE public."o'k" AS ENUM ('a', 'b');
ALTER TABLE public.t ALTER COLUMN l DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN l TYPE public."o'k"[] USING l::text::public."o'k"[];
ALTER TABLE public.t ALTER COLUMN l SET DEFAULT '{a,b}'::public."o'k"[];
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN s TYPE public."o'k" USING s::text::public."o'k";
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT 'a'::public."o'k";
DROP TYPE public."_schema_sync_old_o'k";
