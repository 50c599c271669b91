-- replace index:i: it cannot stay while postgres/function:f(public\.mood) is replaced
-- replace postgres/comment:f(public\.mood).postgres/function: it cannot stay while postgres/function:f(public\.mood) is replaced
-- alter postgres/enum:mood
--   drop-value labels.sad: sad
--   change-order labels: ["ok","happy"] → ["happy","ok"]
-- replace postgres/function:f(public\.mood): it cannot stay while postgres/enum:mood is altered
-- replace postgres/function:g(public\.mood[]): it cannot stay while postgres/enum:mood is altered
-- replace postgres/function:h(): it cannot stay while postgres/enum:mood is altered
-- replace view:v: it cannot stay while postgres/enum:mood is altered
-- replace view:w: it cannot stay while postgres/enum:mood is altered

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. drop function g(public.mood[]) (replace postgres/function:g(public\.mood[]))
DROP FUNCTION public.g(public.mood[]);

-- 3. drop function h() (replace postgres/function:h())
DROP FUNCTION public.h();

-- 4. drop view w (replace view:w)
DROP VIEW public.w;

-- 5. drop view v (replace view:v)
DROP VIEW public.v;

-- 6. drop function f(public.mood) (replace postgres/function:f(public\.mood))
DROP FUNCTION public.f(public.mood);

-- 7. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! blocks-reads, rewrites-table: writes table u again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.m from enum mood to fewer values, which fails where one that goes is stored [irreversible]
--    ! data-loss, converts-values: changes u.a mood from enum mood to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of t still hold a value in m that goes from the enum mood
SELECT m AS value, count(*) AS rows FROM public.t WHERE m::text IN ('sad') GROUP BY 1;
-- must find nothing: rows of u still hold a value in a mood that goes from the enum mood
SELECT "a mood" AS value, count(*) AS rows FROM public.u WHERE "a mood"::text IN ('sad') GROUP BY 1;
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('happy', 'ok');
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
ALTER TABLE public.u ALTER COLUMN "a mood" DROP DEFAULT;
ALTER TABLE public.u ALTER COLUMN "a mood" TYPE public.mood USING "a mood"::text::public.mood;
ALTER TABLE public.u ALTER COLUMN "a mood" SET DEFAULT 'happy'::public.mood;
DROP TYPE public._schema_sync_old_mood;

-- 8. create function f(public.mood) (replace postgres/function:f(public\.mood))
CREATE FUNCTION public.f(m public.mood)
 RETURNS public.mood
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT m $function$;

-- 9. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table u; nobody writes to it meanwhile
CREATE INDEX i ON public.u USING btree (public.f("a mood"));

-- 10. comment on function f(public.mood) (replace postgres/comment:f(public\.mood).postgres/function)
COMMENT ON ROUTINE public.f(public.mood) IS 'the same';

-- 11. create function g(public.mood[]) (replace postgres/function:g(public\.mood[]))
CREATE FUNCTION public.g(m public.mood[] DEFAULT '{ok}'::public.mood[])
 RETURNS SETOF public.mood
 LANGUAGE sql
AS $function$ SELECT unnest(m) $function$;

-- 12. create function h() (replace postgres/function:h())
CREATE FUNCTION public.h()
 RETURNS TABLE(a public.mood, b integer)
 LANGUAGE sql
AS $function$ SELECT 'ok'::mood, 1 $function$;

-- 13. create view v (replace view:v)
CREATE VIEW public.v (m) AS
 SELECT public.f(m) AS m
   FROM public.t;

-- 14. create view w (replace view:w)
CREATE VIEW public.w (m) AS
 SELECT m
   FROM public.v
  WHERE (m > 'ok'::public.mood);

-- The way down does not bring back:
--   alter postgres/enum:mood: changes t.m from enum mood to fewer values, which fails where one that goes is stored
--   alter postgres/enum:mood: changes u.a mood from enum mood to fewer values, which fails where one that goes is stored

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. drop function g(public.mood[]) (replace postgres/function:g(public\.mood[]))
DROP FUNCTION public.g(public.mood[]);

-- 3. drop function h() (replace postgres/function:h())
DROP FUNCTION public.h();

-- 4. drop view w (replace view:w)
DROP VIEW public.w;

-- 5. drop view v (replace view:v)
DROP VIEW public.v;

-- 6. drop function f(public.mood) (replace postgres/function:f(public\.mood))
DROP FUNCTION public.f(public.mood);

-- 7. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! blocks-reads, rewrites-table: writes table u again, because the enum mood is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy');
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
ALTER TABLE public.u ALTER COLUMN "a mood" DROP DEFAULT;
ALTER TABLE public.u ALTER COLUMN "a mood" TYPE public.mood USING "a mood"::text::public.mood;
ALTER TABLE public.u ALTER COLUMN "a mood" SET DEFAULT 'happy'::public.mood;
DROP TYPE public._schema_sync_old_mood;

-- 8. create function f(public.mood) (replace postgres/function:f(public\.mood))
CREATE FUNCTION public.f(m public.mood)
 RETURNS public.mood
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT m $function$;

-- 9. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table u; nobody writes to it meanwhile
CREATE INDEX i ON public.u USING btree (public.f("a mood"));

-- 10. comment on function f(public.mood) (replace postgres/comment:f(public\.mood).postgres/function)
COMMENT ON ROUTINE public.f(public.mood) IS 'the same';

-- 11. create function g(public.mood[]) (replace postgres/function:g(public\.mood[]))
CREATE FUNCTION public.g(m public.mood[] DEFAULT '{ok}'::public.mood[])
 RETURNS SETOF public.mood
 LANGUAGE sql
AS $function$ SELECT unnest(m) $function$;

-- 12. create function h() (replace postgres/function:h())
CREATE FUNCTION public.h()
 RETURNS TABLE(a public.mood, b integer)
 LANGUAGE sql
AS $function$ SELECT 'ok'::mood, 1 $function$;

-- 13. create view v (replace view:v)
CREATE VIEW public.v (m) AS
 SELECT public.f(m) AS m
   FROM public.t;

-- 14. create view w (replace view:w)
CREATE VIEW public.w (m) AS
 SELECT m
   FROM public.v
  WHERE (m > 'ok'::public.mood);
