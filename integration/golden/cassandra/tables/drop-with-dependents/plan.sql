-- drop materialized-view:old_names
-- drop table:old

-- ==== up ====
-- batch

-- 1. drop materialized view old_names (drop materialized-view:old_names)
--    ! correctness, drops-view: drops materialized view old_names: statements that use it fail from then on
DROP MATERIALIZED VIEW old_names;
-- batch

-- 2. drop table old (drop table:old)
--    ! data-loss, drops-table: drops table old with all of its rows [irreversible]
DROP TABLE old;

-- The way down does not bring back:
--   drop table:old: drops table old with all of its rows

-- ==== down ====
-- batch

-- 1. create table old (create table:old)
CREATE TABLE old (
  id int,
  name text,
  PRIMARY KEY (id)
);
-- batch

-- 2. create index old_by_name (create index:old_by_name)
--    ! slow, builds-index: reads all rows of old on each node to build an index; it answers in full once that is done
CREATE INDEX old_by_name ON old (name);
-- batch

-- 3. create materialized view old_names (create materialized-view:old_names)
--    ! slow, builds-view: reads all rows of old to fill old_names, and writes to old become slower
CREATE MATERIALIZED VIEW old_names AS
  SELECT id, name
  FROM old
  WHERE id IS NOT NULL AND name IS NOT NULL
  PRIMARY KEY (name, id);
