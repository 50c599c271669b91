-- drop postgres/composite-type:point3
-- alter table:points
--   drop-type ofType: public.point3

-- ==== up ====
-- batch, all or nothing

-- 1. let go of the type of table points (alter table:points)
ALTER TABLE public.points NOT OF;

-- 2. drop composite type point3 (drop postgres/composite-type:point3)
--    ! correctness, drops-type: drops composite type point3: statements that name it fail from then on, casts among them
DROP TYPE public.point3;

-- ==== down ====
-- batch, all or nothing

-- 1. create composite type point3 (create postgres/composite-type:point3)
CREATE TYPE public.point3 AS (
  x integer,
  y integer
);

-- 2. take up the type of table points (alter table:points)
ALTER TABLE public.points OF public.point3;
