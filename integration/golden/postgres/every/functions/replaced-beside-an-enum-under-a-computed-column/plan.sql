-- replace index:t_ranked: it cannot stay while table:t is altered
-- replace postgres/comment:t.table: it cannot stay while table:t is altered
-- alter postgres/enum:size
--   change-order labels: ["small","large"] → ["large","small"]
-- replace postgres/function:rank(public\.size): it cannot stay while postgres/enum:size is altered
-- replace postgres/function:twice(integer): the type of a result cannot be changed
-- alter table:t
--   drop-column columns.named: named text GENERATED ALWAYS AS (\nCASE\n    WHEN (s = 'small'::public.size) THEN 'S'::text\n    ELSE NULL::text\nEND) STORED
--   drop-column columns.ranked: ranked integer GENERATED ALWAYS AS (public.twice(public.rank(s))) STORED
--   add-column columns.named: named text GENERATED ALWAYS AS (\nCASE\n    WHEN (s = 'small'::public.size) THEN 'S'::text\n    ELSE NULL::text\nEND) STORED
--   add-column columns.ranked: ranked integer GENERATED ALWAYS AS (public.twice(public.rank(s))) STORED

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop index t_ranked (replace index:t_ranked)
DROP INDEX public.t_ranked;

-- 2. drop function twice(integer) (replace postgres/function:twice(integer))
ALTER TABLE public.t DROP COLUMN ranked;
ALTER TABLE public.t ALTER COLUMN plain DROP DEFAULT;
DROP FUNCTION public.twice(integer);

-- 3. drop function rank(public.size) (replace postgres/function:rank(public\.size))
DROP FUNCTION public.rank(public.size);

-- 4. make enum size anew (alter postgres/enum:size)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum size is made anew; nobody reads or writes it meanwhile
ALTER TABLE public.t DROP COLUMN named;
ALTER TYPE public.size RENAME TO _schema_sync_old_size;
CREATE TYPE public.size AS ENUM ('large', 'small');
ALTER TABLE public.t ALTER COLUMN s TYPE public.size USING s::text::public.size;
DROP TYPE public._schema_sync_old_size;

-- 5. create function rank(public.size) (replace postgres/function:rank(public\.size))
CREATE FUNCTION public.rank(of public.size)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT length(of::text)$function$;

-- 6. create function twice(integer) (replace postgres/function:twice(integer))
CREATE FUNCTION public.twice(b integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT 2::bigint * b$function$;
ALTER TABLE public.t ALTER COLUMN plain SET DEFAULT public.twice(1);

-- 7. add column named of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column named; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN named text GENERATED ALWAYS AS (
CASE
    WHEN (s = 'small'::public.size) THEN 'S'::text
    ELSE NULL::text
END) STORED;

-- 8. add column ranked of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column ranked; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN ranked integer GENERATED ALWAYS AS (public.twice(public.rank(s))) STORED;

-- 9. create index t_ranked (replace index:t_ranked)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX t_ranked ON public.t USING btree (ranked);

-- 10. comment on table t (replace postgres/comment:t.table)
COMMENT ON COLUMN public.t.ranked IS 'computed';

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop index t_ranked (replace index:t_ranked)
DROP INDEX public.t_ranked;

-- 2. drop function twice(integer) (replace postgres/function:twice(integer))
ALTER TABLE public.t DROP COLUMN ranked;
ALTER TABLE public.t ALTER COLUMN plain DROP DEFAULT;
DROP FUNCTION public.twice(integer);

-- 3. drop function rank(public.size) (replace postgres/function:rank(public\.size))
DROP FUNCTION public.rank(public.size);

-- 4. make enum size anew (alter postgres/enum:size)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum size is made anew; nobody reads or writes it meanwhile
ALTER TABLE public.t DROP COLUMN named;
ALTER TYPE public.size RENAME TO _schema_sync_old_size;
CREATE TYPE public.size AS ENUM ('small', 'large');
ALTER TABLE public.t ALTER COLUMN s TYPE public.size USING s::text::public.size;
DROP TYPE public._schema_sync_old_size;

-- 5. create function rank(public.size) (replace postgres/function:rank(public\.size))
CREATE FUNCTION public.rank(of public.size)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT length(of::text)$function$;

-- 6. create function twice(integer) (replace postgres/function:twice(integer))
CREATE FUNCTION public.twice(a integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT 2 * a$function$;
ALTER TABLE public.t ALTER COLUMN plain SET DEFAULT public.twice(1);

-- 7. add column named of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column named; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN named text GENERATED ALWAYS AS (
CASE
    WHEN (s = 'small'::public.size) THEN 'S'::text
    ELSE NULL::text
END) STORED;

-- 8. add column ranked of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column ranked; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN ranked integer GENERATED ALWAYS AS (public.twice(public.rank(s))) STORED;

-- 9. create index t_ranked (replace index:t_ranked)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX t_ranked ON public.t USING btree (ranked);

-- 10. comment on table t (replace postgres/comment:t.table)
COMMENT ON COLUMN public.t.ranked IS 'computed';
