-- replace postgres/function:f(): the type of a result cannot be changed
-- replace postgres/function:g(): it cannot stay while postgres/function:f() is replaced
-- replace postgres/function:h(integer): it cannot stay while postgres/function:g() is replaced

-- ==== up ====
-- batch, all or nothing

-- 1. drop function h(integer) (replace postgres/function:h(integer))
DROP FUNCTION public.h(integer);

-- 2. drop function g() (replace postgres/function:g())
DROP FUNCTION public.g();

-- 3. drop function f() (replace postgres/function:f())
DROP FUNCTION public.f();

-- 4. create function f() (replace postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS bigint
 LANGUAGE sql
RETURN 1;

-- 5. create function g() (replace postgres/function:g())
CREATE FUNCTION public.g()
 RETURNS integer
 LANGUAGE sql
RETURN (public.f() + 1);

-- 6. create function h(integer) (replace postgres/function:h(integer))
CREATE FUNCTION public.h(a integer DEFAULT public.g())
 RETURNS integer
 LANGUAGE sql
RETURN a;

-- ==== down ====
-- batch, all or nothing

-- 1. drop function h(integer) (replace postgres/function:h(integer))
DROP FUNCTION public.h(integer);

-- 2. drop function g() (replace postgres/function:g())
DROP FUNCTION public.g();

-- 3. drop function f() (replace postgres/function:f())
DROP FUNCTION public.f();

-- 4. create function f() (replace postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
RETURN 1;

-- 5. create function g() (replace postgres/function:g())
CREATE FUNCTION public.g()
 RETURNS integer
 LANGUAGE sql
RETURN (public.f() + 1);

-- 6. create function h(integer) (replace postgres/function:h(integer))
CREATE FUNCTION public.h(a integer DEFAULT public.g())
 RETURNS integer
 LANGUAGE sql
RETURN a;
