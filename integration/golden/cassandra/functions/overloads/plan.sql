-- create function:plus(text, text)

-- ==== up ====
-- batch

-- 1. create function plus(text, text) (create function:plus(text, text))
CREATE FUNCTION plus(a text, b text)
  RETURNS NULL ON NULL INPUT
  RETURNS text
  LANGUAGE java
  AS $$return a + b;$$;

-- ==== down ====
-- batch

-- 1. drop function plus(text, text) (drop function:plus(text, text))
--    ! correctness, drops-function: drops function plus(text, text): statements that call it fail from then on
DROP FUNCTION plus(text, text);
