-- drop postgres/domain:email
-- create table:keep
-- drop table:t

-- ==== up ====
-- batch, all or nothing

-- 1. drop table t (drop table:t)
--    ! data-loss, drops-table: drops table t with all of its rows [irreversible]
DROP TABLE public.t;

-- 2. drop domain email (drop postgres/domain:email)
--    ! correctness, drops-type: drops domain email: statements that name it fail from then on, casts among them
DROP DOMAIN public.email;

-- 3. create table keep (create table:keep)
CREATE TABLE public.keep (
  a integer
);

-- The way down does not bring back:
--   drop table:t: drops table t with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. drop table keep (drop table:keep)
--    ! data-loss, drops-table: drops table keep with all of its rows [irreversible]
DROP TABLE public.keep;

-- 2. create domain email (create postgres/domain:email)
CREATE DOMAIN public.email AS text;

-- 3. add check email_check to domain email (create postgres/domain-constraint:email.email_check)
ALTER DOMAIN public.email ADD CONSTRAINT email_check CHECK ((VALUE ~ '@'::text));

-- 4. create table t (create table:t)
CREATE TABLE public.t (
  id integer,
  m public.email
);
