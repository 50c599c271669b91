-- replace aggregate:total(int): an aggregate is made anew from its functions

-- ==== up ====
-- batch

-- 1. drop aggregate total(int) (replace aggregate:total(int))
--    ! correctness, drops-function: drops aggregate total(int): statements that call it fail from then on
--    ! correctness, gone-meanwhile: aggregate total(int) is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP AGGREGATE total(int);
-- batch

-- 2. create aggregate total(int) (replace aggregate:total(int))
CREATE AGGREGATE total(int)
  SFUNC plus
  STYPE int
  INITCOND 10;

-- ==== down ====
-- batch

-- 1. drop aggregate total(int) (replace aggregate:total(int))
--    ! correctness, drops-function: drops aggregate total(int): statements that call it fail from then on
--    ! correctness, gone-meanwhile: aggregate total(int) is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP AGGREGATE total(int);
-- batch

-- 2. create aggregate total(int) (replace aggregate:total(int))
CREATE AGGREGATE total(int)
  SFUNC plus
  STYPE int
  INITCOND 0;
