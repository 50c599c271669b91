-- alter table:visits
--   rename-column columns.since: began → since
--   change-partitioning partitioning: PARTITION BY RANGE (`began`)\n(PARTITION `early` VALUES LESS THAN (10),\n PARTITION `late` VALUES LESS THAN MAXVALUE) → PARTITION BY RANGE (`since`)\n(PARTITION `early` VALUES LESS THAN (10),\n PARTITION `late` VALUES LESS THAN MAXVALUE)

-- ==== up ====
-- batch

-- 1. keep the rows of table visits together meanwhile (alter table:visits)
--    ! blocks-writes, copies-table: copies table visits row by row into a new one, because no server changes a column in this way as long as rows are dealt out by it: nobody can write to it meanwhile
ALTER TABLE `visits` REMOVE PARTITIONING;
-- batch

-- 2. alter table visits: rename column began to since (alter table:visits)
--    ! correctness, breaks-clients: clients that use column visits.began fail once it is called since
ALTER TABLE `visits`
  RENAME COLUMN `began` TO `since`,
  ALGORITHM=INSTANT;
-- batch

-- 3. partition table visits (alter table:visits)
--    ! blocks-writes, copies-table: copies table visits row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `visits`
PARTITION BY RANGE (`since`)
(PARTITION `early` VALUES LESS THAN (10),
 PARTITION `late` VALUES LESS THAN MAXVALUE);

-- ==== down ====
-- batch

-- 1. keep the rows of table visits together meanwhile (alter table:visits)
--    ! blocks-writes, copies-table: copies table visits row by row into a new one, because no server changes a column in this way as long as rows are dealt out by it: nobody can write to it meanwhile
ALTER TABLE `visits` REMOVE PARTITIONING;
-- batch

-- 2. alter table visits: rename column since to began (alter table:visits)
--    ! correctness, breaks-clients: clients that use column visits.since fail once it is called began
ALTER TABLE `visits`
  RENAME COLUMN `since` TO `began`,
  ALGORITHM=INSTANT;
-- batch

-- 3. partition table visits (alter table:visits)
--    ! blocks-writes, copies-table: copies table visits row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `visits`
PARTITION BY RANGE (`began`)
(PARTITION `early` VALUES LESS THAN (10),
 PARTITION `late` VALUES LESS THAN MAXVALUE);
