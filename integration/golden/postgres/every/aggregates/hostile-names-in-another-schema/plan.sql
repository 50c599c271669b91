-- create postgres/aggregate:a b.we"ird Näme(integer)

-- ==== up ====
-- batch, all or nothing

-- 1. create aggregate a b.we"ird Näme(integer) (create postgres/aggregate:a b.we"ird Näme(integer))
CREATE AGGREGATE "a b"."we""ird Näme"("x y" integer) (
  SFUNC = "a b"."or",
  STYPE = integer,
  INITCOND = '7'
);

-- ==== down ====
-- batch, all or nothing

-- 1. drop aggregate a b.we"ird Näme(integer) (drop postgres/aggregate:a b.we"ird Näme(integer))
--    ! correctness, drops-routine: drops aggregate a b.we"ird Näme(integer): statements that call it fail from then on, also those in the bodies of others
DROP AGGREGATE "a b"."we""ird Näme"("x y" integer);
