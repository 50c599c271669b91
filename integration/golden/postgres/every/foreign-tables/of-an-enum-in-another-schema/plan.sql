-- create postgres/foreign-table:app.f t

-- ==== up ====
-- batch, all or nothing

-- 1. create foreign table app.f t (create postgres/foreign-table:app.f t)
CREATE FOREIGN TABLE app."f t" (
  m app.mood DEFAULT 'a'::app.mood
) SERVER far;

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign table app.f t (drop postgres/foreign-table:app.f t)
--    ! correctness, drops-foreign-table: drops foreign table app.f t: statements that use it fail from then on
DROP FOREIGN TABLE app."f t";
