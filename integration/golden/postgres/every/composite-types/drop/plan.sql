-- drop postgres/composite-type:pair

-- ==== up ====
-- batch, all or nothing

-- 1. drop composite type pair (drop postgres/composite-type:pair)
--    ! correctness, drops-type: drops composite type pair: statements that name it fail from then on, casts among them
DROP TYPE public.pair;

-- ==== down ====
-- batch, all or nothing

-- 1. create composite type pair (create postgres/composite-type:pair)
CREATE TYPE public.pair AS (
  a integer,
  b text
);
