-- alter table:t
--   drop-column columns.n: `n` int NOT NULL AUTO_INCREMENT
--   drop-index indexes.n: UNIQUE KEY `n` (`n`)

-- ==== up ====
-- batch

-- 1. alter table t: drop index n, drop column n (alter table:t)
--    ! data-loss, drops-column: drops column t.n with all of its values [irreversible]
--    ! slow, rebuilds-table: builds table t anew in place, because there is no other way to drop index n; others can go on reading and writing
ALTER TABLE `t`
  DROP INDEX `n`,
  DROP COLUMN `n`,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- The way down does not bring back:
--   alter table:t: drops column t.n with all of its values

-- ==== down ====
-- batch

-- 1. alter table t: add column n, add index n (alter table:t)
--    ! correctness, checks-rows: fails when rows of t do not satisfy index n (n), which is unique
--    ! blocks-writes, blocks-writes: nobody can write to table t while it is built anew to add column n
ALTER TABLE `t`
  ADD COLUMN `n` int NOT NULL AUTO_INCREMENT,
  ADD UNIQUE KEY `n` (`n`),
  ALGORITHM=INPLACE,
  LOCK=SHARED;
