-- drop postgres/aggregate:total(integer)

-- ==== up ====
-- batch, all or nothing

-- 1. drop aggregate total(integer) (drop postgres/aggregate:total(integer))
--    ! correctness, drops-routine: drops aggregate total(integer): statements that call it fail from then on, also those in the bodies of others
DROP AGGREGATE public.total(integer);

-- ==== down ====
-- batch, all or nothing

-- 1. create aggregate total(integer) (create postgres/aggregate:total(integer))
CREATE AGGREGATE public.total(integer) (
  SFUNC = public.step,
  STYPE = integer,
  INITCOND = '0'
);
