-- replace postgres/function:f(): the type of a result cannot be changed
-- alter table:t
--   drop-column columns.c: c integer DEFAULT public.f()
--   change-default columns.b.default: (public.f() + 1) → (public.f() + 2)
--   change-default columns.id.default: public.f() → 4

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f() (replace postgres/function:f())
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN c DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;
DROP FUNCTION public.f();

-- 2. create function f() (replace postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT 1::bigint$function$;

-- 3. drop column c of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.c with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN c;

-- 4. change the default of column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT (public.f() + 2);

-- 5. change the default of column id of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT 4;

-- The way down does not bring back:
--   alter table:t: drops column t.c with all of its values

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f() (replace postgres/function:f())
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;
DROP FUNCTION public.f();

-- 2. create function f() (replace postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 3. change the default of column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT (public.f() + 1);

-- 4. change the default of column id of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT public.f();

-- 5. add column c of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column c; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN c integer DEFAULT public.f();
