-- create postgres/domain:d
-- create postgres/domain:with_it
-- create postgres/domain:without
-- create table:t

-- ==== up ====
-- batch, all or nothing

-- 1. create domain d (create postgres/domain:d)
CREATE DOMAIN public.d AS text DEFAULT 'x'::text;

-- 2. create domain with_it (create postgres/domain:with_it)
CREATE DOMAIN public.with_it AS public.d DEFAULT 'x'::text;

-- 3. create domain without (create postgres/domain:without)
CREATE DOMAIN public.without AS public.d;
ALTER DOMAIN public.without DROP DEFAULT;

-- 4. create table t (create table:t)
CREATE TABLE public.t (
  a public.without,
  b public.with_it
);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table t (drop table:t)
--    ! data-loss, drops-table: drops table t with all of its rows [irreversible]
DROP TABLE public.t;

-- 2. drop domain with_it (drop postgres/domain:with_it)
--    ! correctness, drops-type: drops domain with_it: statements that name it fail from then on, casts among them
DROP DOMAIN public.with_it;

-- 3. drop domain without (drop postgres/domain:without)
--    ! correctness, drops-type: drops domain without: statements that name it fail from then on, casts among them
DROP DOMAIN public.without;

-- 4. drop domain d (drop postgres/domain:d)
--    ! correctness, drops-type: drops domain d: statements that name it fail from then on, casts among them
DROP DOMAIN public.d;
