-- alter postgres/enum:mood
--   change-order labels: ["sad","ok"] → ["ok","sad"]
-- replace postgres/function:app.h(integer): the type of a result cannot be changed
-- replace postgres/function:f(integer): the type of a result cannot be changed
-- replace postgres/function:g(integer): the type of a result cannot be changed
-- create table:fresh
-- replace table:t: what a table is partitioned by cannot be changed
-- left alone: default privileges all functions of pg_monitor: privileges stay unless --with grants
-- left alone: default privileges all tables of pg_monitor: privileges stay unless --with grants
-- left alone: default privileges all types of pg_monitor: privileges stay unless --with grants
-- left alone: default privileges app.functions of pg_monitor: privileges stay unless --with grants

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function app.h(integer) (replace postgres/function:app.h(integer))
DROP FUNCTION app.h(integer);

-- 2. drop function f(integer) (replace postgres/function:f(integer))
DROP FUNCTION public.f(integer);

-- 3. drop function g(integer) (replace postgres/function:g(integer))
DROP FUNCTION public.g(integer);

-- 4. drop table t (replace table:t)
--    ! data-loss, drops-table: drops table t with all of its rows [irreversible]
DROP TABLE public.t;

-- 5. make enum mood anew (alter postgres/enum:mood)
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('ok', 'sad');
DROP TYPE public._schema_sync_old_mood;
GRANT USAGE ON TYPE public.mood TO PUBLIC;

-- 6. create function app.h(integer) (replace postgres/function:app.h(integer))
CREATE FUNCTION app.h(a integer)
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT 1::bigint$function$;
REVOKE EXECUTE ON ROUTINE app.h(integer) FROM pg_signal_backend;
REVOKE EXECUTE ON ROUTINE app.h(integer) FROM pg_read_all_stats;
GRANT EXECUTE ON ROUTINE app.h(integer) TO CURRENT_USER;
GRANT EXECUTE ON ROUTINE app.h(integer) TO PUBLIC;

-- 7. create function f(integer) (replace postgres/function:f(integer))
CREATE FUNCTION public.f(a integer)
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT 1::bigint$function$;
REVOKE EXECUTE ON ROUTINE public.f(integer) FROM pg_signal_backend;
GRANT EXECUTE ON ROUTINE public.f(integer) TO CURRENT_USER;
GRANT EXECUTE ON ROUTINE public.f(integer) TO PUBLIC;

-- 8. create function g(integer) (replace postgres/function:g(integer))
CREATE FUNCTION public.g(a integer)
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT 1::bigint$function$;
GRANT EXECUTE ON ROUTINE public.g(integer) TO pg_signal_backend;
GRANT EXECUTE ON ROUTINE public.g(integer) TO PUBLIC;

-- 9. create table fresh (create table:fresh)
CREATE TABLE public.fresh (
  id integer
);

-- 10. create table t (replace table:t)
CREATE TABLE public.t (
  id integer
) PARTITION BY RANGE (id);
REVOKE SELECT ON TABLE public.t FROM PUBLIC;
GRANT DELETE ON TABLE public.t TO CURRENT_USER;

-- The way down does not bring back:
--   replace table:t: drops table t with all of its rows

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. drop function app.h(integer) (replace postgres/function:app.h(integer))
DROP FUNCTION app.h(integer);

-- 2. drop function f(integer) (replace postgres/function:f(integer))
DROP FUNCTION public.f(integer);

-- 3. drop function g(integer) (replace postgres/function:g(integer))
DROP FUNCTION public.g(integer);

-- 4. drop table fresh (drop table:fresh)
--    ! data-loss, drops-table: drops table fresh with all of its rows [irreversible]
DROP TABLE public.fresh;

-- 5. drop table t (replace table:t)
--    ! data-loss, drops-table: drops table t with all of its rows [irreversible]
DROP TABLE public.t;

-- 6. make enum mood anew (alter postgres/enum:mood)
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('sad', 'ok');
DROP TYPE public._schema_sync_old_mood;
GRANT USAGE ON TYPE public.mood TO PUBLIC;

-- 7. create function app.h(integer) (replace postgres/function:app.h(integer))
CREATE FUNCTION app.h(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
REVOKE EXECUTE ON ROUTINE app.h(integer) FROM pg_signal_backend;
REVOKE EXECUTE ON ROUTINE app.h(integer) FROM pg_read_all_stats;
GRANT EXECUTE ON ROUTINE app.h(integer) TO CURRENT_USER;
GRANT EXECUTE ON ROUTINE app.h(integer) TO PUBLIC;

-- 8. create function f(integer) (replace postgres/function:f(integer))
CREATE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
REVOKE EXECUTE ON ROUTINE public.f(integer) FROM pg_signal_backend;
GRANT EXECUTE ON ROUTINE public.f(integer) TO CURRENT_USER;
GRANT EXECUTE ON ROUTINE public.f(integer) TO PUBLIC;

-- 9. create function g(integer) (replace postgres/function:g(integer))
CREATE FUNCTION public.g(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
GRANT EXECUTE ON ROUTINE public.g(integer) TO pg_signal_backend;
GRANT EXECUTE ON ROUTINE public.g(integer) TO PUBLIC;

-- 10. create table t (replace table:t)
CREATE TABLE public.t (
  id integer
) PARTITION BY LIST (id);
REVOKE SELECT ON TABLE public.t FROM PUBLIC;
GRANT DELETE ON TABLE public.t TO CURRENT_USER;
