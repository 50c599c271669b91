-- alter postgres/comment:kept.postgres/range-type
--   change-comment beside.kept_multirange: many of it → many of the range
-- replace postgres/comment:remade.postgres/range-type: it cannot stay while postgres/range-type:remade is altered
-- replace postgres/comment:renamed.postgres/range-type: it cannot stay while postgres/range-type:renamed is altered
-- drop postgres/comment:silent.postgres/range-type
-- alter postgres/range-type:remade
--   change-options options: SUBTYPE = integer → SUBTYPE = bigint
-- alter postgres/range-type:renamed
--   rename-multirange multirange: We"ird many → manies

-- ==== up ====
-- batch, all or nothing

-- 1. comment on range type silent (drop postgres/comment:silent.postgres/range-type)
COMMENT ON TYPE public.silent_multirange IS NULL;

-- 2. comment on range type kept (alter postgres/comment:kept.postgres/range-type)
COMMENT ON TYPE public.kept_multirange IS 'many of the range';

-- 3. make range type remade anew (alter postgres/range-type:remade)
DROP TYPE public.remade;
CREATE TYPE public.remade AS RANGE (
  SUBTYPE = bigint,
  MULTIRANGE_TYPE_NAME = public.remade_multirange
);

-- 4. comment on range type remade (replace postgres/comment:remade.postgres/range-type)
COMMENT ON TYPE public.remade_multirange IS 'said again';

-- 5. rename multirange type We"ird many to manies (alter postgres/range-type:renamed)
--    ! correctness, breaks-clients: renames multirange type We"ird many to manies: statements that still say We"ird many fail from then on
ALTER TYPE public."We""ird many" RENAME TO manies;
ALTER FUNCTION public."We""ird many"() RENAME TO manies;
ALTER FUNCTION public."We""ird many"(public.renamed) RENAME TO manies;
ALTER FUNCTION public."We""ird many"(VARIADIC public.renamed[]) RENAME TO manies;

-- 6. comment on range type renamed (replace postgres/comment:renamed.postgres/range-type)
COMMENT ON TYPE public.manies IS 'stays with it';

-- ==== down ====
-- batch, all or nothing

-- 1. comment on range type kept (alter postgres/comment:kept.postgres/range-type)
COMMENT ON TYPE public.kept_multirange IS 'many of it';

-- 2. comment on range type silent (create postgres/comment:silent.postgres/range-type)
COMMENT ON TYPE public.silent_multirange IS 'taken away';

-- 3. make range type remade anew (alter postgres/range-type:remade)
DROP TYPE public.remade;
CREATE TYPE public.remade AS RANGE (
  SUBTYPE = integer,
  MULTIRANGE_TYPE_NAME = public.remade_multirange
);

-- 4. comment on range type remade (replace postgres/comment:remade.postgres/range-type)
COMMENT ON TYPE public.remade_multirange IS 'said again';

-- 5. rename multirange type manies to We"ird many (alter postgres/range-type:renamed)
--    ! correctness, breaks-clients: renames multirange type manies to We"ird many: statements that still say manies fail from then on
ALTER TYPE public.manies RENAME TO "We""ird many";
ALTER FUNCTION public.manies() RENAME TO "We""ird many";
ALTER FUNCTION public.manies(public.renamed) RENAME TO "We""ird many";
ALTER FUNCTION public.manies(VARIADIC public.renamed[]) RENAME TO "We""ird many";

-- 6. comment on range type renamed (replace postgres/comment:renamed.postgres/range-type)
COMMENT ON TYPE public."We""ird many" IS 'stays with it';
