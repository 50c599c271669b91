-- create view:depths

-- ==== up ====
-- batch, all or nothing

-- 1. create view depths (create view:depths)
CREATE VIEW "depths" AS
WITH RECURSIVE walk (id, depth) AS (
  SELECT id, 0 FROM nodes WHERE parent IS NULL
  UNION ALL
  SELECT nodes.id, walk.depth + 1 FROM nodes JOIN walk ON nodes.parent = walk.id
)
SELECT id, depth FROM walk;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view depths (drop view:depths)
--    ! correctness, drops-view: drops view depths: statements that use it fail from then on
DROP VIEW "depths";
