-- create materialized-view:by_name

-- ==== up ====
-- batch

-- 1. create materialized view by_name (create materialized-view:by_name)
--    ! slow, builds-view: reads all rows of users to fill by_name, and writes to users become slower
CREATE MATERIALIZED VIEW by_name AS
  SELECT id, name
  FROM users
  WHERE id IS NOT NULL AND name IS NOT NULL
  PRIMARY KEY (name, id);

-- ==== down ====
-- batch

-- 1. drop materialized view by_name (drop materialized-view:by_name)
--    ! correctness, drops-view: drops materialized view by_name: statements that use it fail from then on
DROP MATERIALIZED VIEW by_name;
