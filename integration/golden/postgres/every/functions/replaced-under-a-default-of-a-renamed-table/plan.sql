-- replace postgres/function:f(): the type of a result cannot be changed
-- rename table:u from table:t
-- alter table:u
--   rename-column columns.n: id → n
--   change-type columns.n.type: integer → bigint

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f() (replace postgres/function:f())
ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;
DROP FUNCTION public.f();

-- 2. rename table t to u (rename table:u)
--    ! correctness, breaks-clients: renames table t to u: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO u;

-- 3. create function f() (replace postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT 1::bigint$function$;
ALTER TABLE public.u ALTER COLUMN id SET DEFAULT public.f();

-- 4. rename column id to n of table u (alter table:u)
--    ! correctness, breaks-clients: renames column u.id to n: statements that still say u.id fail from then on
ALTER TABLE public.u RENAME COLUMN id TO n;

-- 5. change the type of column n of table u (alter table:u)
--    ! blocks-reads, rewrites-table: writes table u again, because u.n becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.u ALTER COLUMN n DROP DEFAULT;
ALTER TABLE public.u ALTER COLUMN n TYPE bigint USING n::bigint;
ALTER TABLE public.u ALTER COLUMN n SET DEFAULT public.f();

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f() (replace postgres/function:f())
ALTER TABLE public.u ALTER COLUMN n DROP DEFAULT;
DROP FUNCTION public.f();

-- 2. rename table u to t (rename table:t)
--    ! correctness, breaks-clients: renames table u to t: statements that still say u fail from then on
ALTER TABLE public.u RENAME TO t;

-- 3. create function f() (replace postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
ALTER TABLE public.t ALTER COLUMN n SET DEFAULT public.f();

-- 4. rename column n to id of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.n to id: statements that still say t.n fail from then on
ALTER TABLE public.t RENAME COLUMN n TO id;

-- 5. change the type of column id of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of id that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT public.f();
