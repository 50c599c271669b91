-- alter table:t
--   add-column columns.c: `c` int(11) NULL
--   change-partitioning partitioning: PARTITION BY RANGE (`a`)\n(PARTITION `x` VALUES LESS THAN (10),\n PARTITION `rest` VALUES LESS THAN MAXVALUE) → PARTITION BY RANGE (`a`)\n(PARTITION `x` VALUES LESS THAN (10),\n PARTITION `y` VALUES LESS THAN (20),\n PARTITION `rest` VALUES LESS THAN MAXVALUE)

-- ==== up ====
-- batch

-- 1. alter table t: add column c (alter table:t)
ALTER TABLE `t`
  ADD COLUMN `c` int(11) NULL,
  ALGORITHM=INSTANT;
-- batch

-- 2. reorganize partitions of table t (alter table:t)
--    ! blocks-writes, blocks-writes: nobody can write to table t while the rows of its partitions rest are dealt out anew
ALTER TABLE `t`
  REORGANIZE PARTITION `rest` INTO (PARTITION `y` VALUES LESS THAN (20), PARTITION `rest` VALUES LESS THAN MAXVALUE);

-- ==== down ====
-- batch

-- 1. alter table t: drop column c (alter table:t)
--    ! data-loss, drops-column: drops column t.c with all of its values [irreversible]
ALTER TABLE `t`
  DROP COLUMN `c`,
  ALGORITHM=INSTANT;
-- batch

-- 2. reorganize partitions of table t (alter table:t)
--    ! blocks-writes, blocks-writes: nobody can write to table t while the rows of its partitions y, rest are dealt out anew
ALTER TABLE `t`
  REORGANIZE PARTITION `y`, `rest` INTO (PARTITION `rest` VALUES LESS THAN MAXVALUE);
