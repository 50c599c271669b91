-- replace function:plus(int, int): Cassandra cannot change what a function returns

-- ==== up ====
-- batch

-- 1. drop function plus(int, int) (replace function:plus(int, int))
--    ! correctness, drops-function: drops function plus(int, int): statements that call it fail from then on
--    ! correctness, gone-meanwhile: function plus(int, int) is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP FUNCTION plus(int, int);
-- batch

-- 2. create function plus(int, int) (replace function:plus(int, int))
CREATE FUNCTION plus(a int, b int)
  CALLED ON NULL INPUT
  RETURNS bigint
  LANGUAGE java
  AS $$ return Long.valueOf(a + b); $$;

-- ==== down ====
-- batch

-- 1. drop function plus(int, int) (replace function:plus(int, int))
--    ! correctness, drops-function: drops function plus(int, int): statements that call it fail from then on
--    ! correctness, gone-meanwhile: function plus(int, int) is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP FUNCTION plus(int, int);
-- batch

-- 2. create function plus(int, int) (replace function:plus(int, int))
CREATE FUNCTION plus(a int, b int)
  CALLED ON NULL INPUT
  RETURNS int
  LANGUAGE java
  AS $$ return a + b; $$;
