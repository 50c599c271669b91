-- alter function:plus(int, int)
--   change-body body:  return a + b;  →  return b + a; 

-- ==== up ====
-- batch

-- 1. replace function plus(int, int) (alter function:plus(int, int))
--    ! correctness, changes-function: statements that call plus(int, int) get what the new body gives from then on
CREATE OR REPLACE FUNCTION plus(a int, b int)
  CALLED ON NULL INPUT
  RETURNS int
  LANGUAGE java
  AS $$ return b + a; $$;

-- ==== down ====
-- batch

-- 1. replace function plus(int, int) (alter function:plus(int, int))
--    ! correctness, changes-function: statements that call plus(int, int) get what the new body gives from then on
CREATE OR REPLACE FUNCTION plus(a int, b int)
  CALLED ON NULL INPUT
  RETURNS int
  LANGUAGE java
  AS $$ return a + b; $$;
