-- drop postgres/constraint:t.t_a_excl
-- drop postgres/extension:btree_gist
-- drop postgres/extension:citext
-- drop postgres/function:f(public\.citext)
-- alter table:t
--   change-type columns.b.type: public.citext → text

-- ==== up ====
-- batch, all or nothing

-- 1. drop exclusion t_a_excl of table t (drop postgres/constraint:t.t_a_excl)
--    ! correctness, ends-guarantee: drops the exclusion t_a_excl of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t DROP CONSTRAINT t_a_excl;

-- 2. drop extension btree_gist (drop postgres/extension:btree_gist)
--    ! correctness, drops-extension: drops extension btree_gist with all that it brings along: statements that use it fail from then on
DROP EXTENSION btree_gist;

-- 3. drop function f(public.citext) (drop postgres/function:f(public\.citext))
--    ! correctness, drops-routine: drops function f(public.citext): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.f(public.citext);

-- 4. change the type of column b of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE text USING b::text;

-- 5. drop extension citext (drop postgres/extension:citext)
--    ! correctness, drops-extension: drops extension citext with all that it brings along: statements that use it fail from then on
DROP EXTENSION citext;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. create extension btree_gist (create postgres/extension:btree_gist)
CREATE EXTENSION btree_gist SCHEMA public VERSION '1.8';

-- 2. create extension citext (create postgres/extension:citext)
CREATE EXTENSION citext SCHEMA public VERSION '1.8';

-- 3. create function f(public.citext) (create postgres/function:f(public\.citext))
CREATE FUNCTION public.f(c public.citext)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 4. change the type of column b of table t (alter table:t)
--    ! data-loss, converts-values: changes t.b from text to public.citext, which reads stored values as public.citext: how they are written is not kept, and it fails where one is no public.citext [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes public.citext; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE public.citext USING b::public.citext;

-- 5. add exclusion t_a_excl to table t (create postgres/constraint:t.t_a_excl)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT t_a_excl EXCLUDE USING gist (a WITH =);
