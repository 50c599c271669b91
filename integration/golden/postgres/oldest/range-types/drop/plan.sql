-- drop postgres/range-type:floats

-- ==== up ====
-- batch, all or nothing

-- 1. drop range type floats (drop postgres/range-type:floats)
--    ! correctness, drops-type: drops range type floats: statements that name it fail from then on, casts among them
DROP TYPE public.floats;

-- ==== down ====
-- batch, all or nothing

-- 1. create range type floats (create postgres/range-type:floats)
CREATE TYPE public.floats AS RANGE (
  SUBTYPE = double precision
);
