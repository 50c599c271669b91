-- create materialized-view:by_kind

-- ==== up ====
-- batch

-- 1. create materialized view by_kind (create materialized-view:by_kind)
--    ! slow, builds-view: reads all rows of events to fill by_kind, and writes to events become slower
CREATE MATERIALIZED VIEW by_kind AS
  SELECT *
  FROM events
  WHERE device IS NOT NULL AND day IS NOT NULL AND at IS NOT NULL AND kind IS NOT NULL
  PRIMARY KEY (kind, at, device, day)
  WITH CLUSTERING ORDER BY (at DESC, device ASC, day ASC);

-- ==== down ====
-- batch

-- 1. drop materialized view by_kind (drop materialized-view:by_kind)
--    ! correctness, drops-view: drops materialized view by_kind: statements that use it fail from then on
DROP MATERIALIZED VIEW by_kind;
