-- alter table:visits
--   change-type columns.began.type: datetime → timestamp
--   change-partitioning partitioning: PARTITION BY RANGE (year(`began`))\n(PARTITION `early` VALUES LESS THAN (2020),\n PARTITION `late` VALUES LESS THAN MAXVALUE) → PARTITION BY RANGE (unix_timestamp(`began`))\n(PARTITION `early` VALUES LESS THAN (1577836800),\n PARTITION `late` VALUES LESS THAN MAXVALUE)

-- ==== up ====
-- batch

-- 1. keep the rows of table visits together meanwhile (alter table:visits)
--    ! blocks-writes, copies-table: copies table visits row by row into a new one, because no server changes a column in this way as long as rows are dealt out by it: nobody can write to it meanwhile
ALTER TABLE `visits` REMOVE PARTITIONING;
-- batch

-- 2. alter table visits: change column began (alter table:visits)
--    ! data-loss, converts-values: changes visits.began from datetime to timestamp: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table visits row by row into a new one, because there is no other way to change column began: nobody can write to it meanwhile
ALTER TABLE `visits`
  MODIFY COLUMN `began` timestamp NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 3. partition table visits (alter table:visits)
--    ! blocks-writes, copies-table: copies table visits row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `visits`
PARTITION BY RANGE (unix_timestamp(`began`))
(PARTITION `early` VALUES LESS THAN (1577836800),
 PARTITION `late` VALUES LESS THAN MAXVALUE);

-- The way down does not bring back:
--   alter table:visits: changes visits.began from datetime to timestamp: values that do not fit make it fail, and others may be rounded or read differently

-- ==== down ====
-- batch

-- 1. keep the rows of table visits together meanwhile (alter table:visits)
--    ! blocks-writes, copies-table: copies table visits row by row into a new one, because no server changes a column in this way as long as rows are dealt out by it: nobody can write to it meanwhile
ALTER TABLE `visits` REMOVE PARTITIONING;
-- batch

-- 2. alter table visits: change column began (alter table:visits)
--    ! data-loss, converts-values: changes visits.began from timestamp to datetime: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table visits row by row into a new one, because there is no other way to change column began: nobody can write to it meanwhile
ALTER TABLE `visits`
  MODIFY COLUMN `began` datetime NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 3. partition table visits (alter table:visits)
--    ! blocks-writes, copies-table: copies table visits row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `visits`
PARTITION BY RANGE (year(`began`))
(PARTITION `early` VALUES LESS THAN (2020),
 PARTITION `late` VALUES LESS THAN MAXVALUE);
