-- replace postgres/function:f(): the type of a result cannot be changed
-- replace postgres/function:g(): the type of a result cannot be changed
-- alter table:changing
--   change-default columns.b.default: 8 → 9
-- alter table:leaving
--   drop-parent parents.base: base

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f() (replace postgres/function:f())
ALTER TABLE public.base ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.p ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.p ALTER COLUMN both_call DROP DEFAULT;
ALTER TABLE public.heir ALTER COLUMN a DROP DEFAULT;
DROP FUNCTION public.f();

-- 2. drop function g() (replace postgres/function:g())
ALTER TABLE public.p ALTER COLUMN both_call DROP DEFAULT;
ALTER TABLE public.below_that ALTER COLUMN both_call DROP DEFAULT;
DROP FUNCTION public.g();

-- 3. create function f() (replace postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT 1::bigint$function$;

-- 4. create function g() (replace postgres/function:g())
CREATE FUNCTION public.g()
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT 2::bigint$function$;

-- 5. put back defaults that call f() (replace postgres/function:f())
ALTER TABLE public.base ALTER COLUMN b SET DEFAULT public.f();
ALTER TABLE public.p ALTER COLUMN a SET DEFAULT public.f();
ALTER TABLE public.p ALTER COLUMN both_call SET DEFAULT (public.f() + public.g());
ALTER TABLE public.changing ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.other_value ALTER COLUMN both_call SET DEFAULT 77;
ALTER TABLE public.without ALTER COLUMN both_call DROP DEFAULT;
ALTER TABLE public.heir ALTER COLUMN a SET DEFAULT public.f();
ALTER TABLE public.below_that ALTER COLUMN both_call SET DEFAULT public.g();

-- 6. put back defaults that call g() (replace postgres/function:g())
ALTER TABLE public.p ALTER COLUMN both_call SET DEFAULT (public.f() + public.g());
ALTER TABLE public.other_value ALTER COLUMN both_call SET DEFAULT 77;
ALTER TABLE public.without ALTER COLUMN both_call DROP DEFAULT;
ALTER TABLE public.below_that ALTER COLUMN both_call SET DEFAULT public.g();

-- 7. change the default of column b of table changing (alter table:changing)
ALTER TABLE public.changing ALTER COLUMN b SET DEFAULT 9;

-- 8. leave the table above of table leaving (alter table:leaving)
--    ! correctness, hides-rows: takes table leaving out of table base: who reads, changes or counts the rows of base does not find those of leaving any more, and no statement fails
--    ! correctness, defines-itself: leaves table leaving with what it had from table base alone (a, b) as its own: should it inherit that again, it keeps it all the same where base drops it [irreversible]
ALTER TABLE public.leaving NO INHERIT public.base;

-- The way down does not bring back:
--   alter table:leaving: leaves table leaving with what it had from table base alone (a, b) as its own: should it inherit that again, it keeps it all the same where base drops it

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function f() (replace postgres/function:f())
ALTER TABLE public.base ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.leaving ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.p ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.p ALTER COLUMN both_call DROP DEFAULT;
ALTER TABLE public.heir ALTER COLUMN a DROP DEFAULT;
DROP FUNCTION public.f();

-- 2. drop function g() (replace postgres/function:g())
ALTER TABLE public.p ALTER COLUMN both_call DROP DEFAULT;
ALTER TABLE public.below_that ALTER COLUMN both_call DROP DEFAULT;
DROP FUNCTION public.g();

-- 3. create function f() (replace postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- 4. create function g() (replace postgres/function:g())
CREATE FUNCTION public.g()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 2$function$;

-- 5. put back defaults that call f() (replace postgres/function:f())
ALTER TABLE public.base ALTER COLUMN b SET DEFAULT public.f();
ALTER TABLE public.leaving ALTER COLUMN b SET DEFAULT public.f();
ALTER TABLE public.p ALTER COLUMN a SET DEFAULT public.f();
ALTER TABLE public.p ALTER COLUMN both_call SET DEFAULT (public.f() + public.g());
ALTER TABLE public.changing ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.other_value ALTER COLUMN both_call SET DEFAULT 77;
ALTER TABLE public.without ALTER COLUMN both_call DROP DEFAULT;
ALTER TABLE public.heir ALTER COLUMN a SET DEFAULT public.f();
ALTER TABLE public.below_that ALTER COLUMN both_call SET DEFAULT public.g();

-- 6. put back defaults that call g() (replace postgres/function:g())
ALTER TABLE public.p ALTER COLUMN both_call SET DEFAULT (public.f() + public.g());
ALTER TABLE public.other_value ALTER COLUMN both_call SET DEFAULT 77;
ALTER TABLE public.without ALTER COLUMN both_call DROP DEFAULT;
ALTER TABLE public.below_that ALTER COLUMN both_call SET DEFAULT public.g();

-- 7. change the default of column b of table changing (alter table:changing)
ALTER TABLE public.changing ALTER COLUMN b SET DEFAULT 8;

-- 8. join the table above of table leaving (alter table:leaving)
ALTER TABLE public.leaving INHERIT public.base;
