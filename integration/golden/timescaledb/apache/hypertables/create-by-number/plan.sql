-- create index:n_at_idx
-- create postgres/function:now_n()
-- create table:n
-- create timescaledb/hypertable:n.hypertable

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. create function now_n() (create postgres/function:now_n())
CREATE FUNCTION public.now_n()
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$SELECT 42::bigint$function$;

-- 2. create table n (create table:n)
CREATE TABLE public.n (
  at bigint NOT NULL,
  v integer
);

-- 3. make table n a hypertable (create timescaledb/hypertable:n.hypertable)
SELECT create_hypertable('public.n', 'at', chunk_time_interval => 1000, create_default_indexes => FALSE);
SELECT set_integer_now_func('public.n', 'public.now_n', replace_if_exists => TRUE);

-- 4. create index n_at_idx (create index:n_at_idx)
CREATE INDEX n_at_idx ON public.n USING btree (at DESC);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table n (drop table:n)
--    ! data-loss, drops-table: drops table n with all of its rows [irreversible]
DROP TABLE public.n;

-- 2. drop function now_n() (drop postgres/function:now_n())
--    ! correctness, drops-routine: drops function now_n(): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.now_n();
