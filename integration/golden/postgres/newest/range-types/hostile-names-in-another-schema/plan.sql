-- create postgres/range-type:a b.or range
-- create table:t

-- ==== up ====
-- batch, all or nothing

-- 1. create range type a b.or range (create postgres/range-type:a b.or range)
CREATE TYPE "a b"."or range" AS RANGE (
  SUBTYPE = integer,
  MULTIRANGE_TYPE_NAME = "a b"."or multirange"
);

-- 2. create table t (create table:t)
CREATE TABLE public.t (
  x "a b"."or range"
);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table t (drop table:t)
--    ! data-loss, drops-table: drops table t with all of its rows [irreversible]
DROP TABLE public.t;

-- 2. drop range type a b.or range (drop postgres/range-type:a b.or range)
--    ! correctness, drops-type: drops range type a b.or range: statements that name it fail from then on, casts among them
DROP TYPE "a b"."or range";
