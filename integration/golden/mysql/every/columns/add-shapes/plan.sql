-- alter table:t
--   add-column columns.place: `place` point NOT NULL

-- ==== up ====
-- batch

-- 1. alter table t: add column place (alter table:t)
--    ! correctness, adds-required-column: adds t.place, NOT NULL without a default: rows that are there get the server’s own for its type, such as 0 or an empty text
--    ! slow, rebuilds-table: builds table t anew in place, because there is no other way to add column place; others can go on reading and writing
ALTER TABLE `t`
  ADD COLUMN `place` point NOT NULL,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table t: drop column place (alter table:t)
--    ! data-loss, drops-column: drops column t.place with all of its values [irreversible]
ALTER TABLE `t`
  DROP COLUMN `place`,
  ALGORITHM=INSTANT;
