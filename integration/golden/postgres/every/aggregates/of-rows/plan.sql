-- create postgres/aggregate:how_many()

-- ==== up ====
-- batch, all or nothing

-- 1. create aggregate how_many() (create postgres/aggregate:how_many())
CREATE AGGREGATE public.how_many(*) (
  SFUNC = public.one_more,
  STYPE = bigint,
  INITCOND = '0'
);

-- ==== down ====
-- batch, all or nothing

-- 1. drop aggregate how_many() (drop postgres/aggregate:how_many())
--    ! correctness, drops-routine: drops aggregate how_many(): statements that call it fail from then on, also those in the bodies of others
DROP AGGREGATE public.how_many(*);
