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
DROP AGGREGATE public.how_many(*);
