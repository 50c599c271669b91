-- create postgres/range-type:floats
-- create postgres/range-type:texts

-- ==== up ====
-- batch, all or nothing

-- 1. create range type floats (create postgres/range-type:floats)
CREATE TYPE public.floats AS RANGE (
  SUBTYPE = double precision,
  SUBTYPE_DIFF = float8mi
);

-- 2. create range type texts (create postgres/range-type:texts)
CREATE TYPE public.texts AS RANGE (
  SUBTYPE = text,
  SUBTYPE_OPCLASS = pg_catalog.text_pattern_ops,
  COLLATION = pg_catalog."C"
);

-- ==== down ====
-- batch, all or nothing

-- 1. drop range type floats (drop postgres/range-type:floats)
--    ! correctness, drops-type: drops range type floats: statements that name it fail from then on, casts among them
DROP TYPE public.floats;

-- 2. drop range type texts (drop postgres/range-type:texts)
--    ! correctness, drops-type: drops range type texts: statements that name it fail from then on, casts among them
DROP TYPE public.texts;
