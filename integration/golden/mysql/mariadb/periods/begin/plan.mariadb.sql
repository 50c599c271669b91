-- alter table:stays
--   change-not-null columns.since.notNull: none → true
--   change-not-null columns.until.notNull: none → true
--   add-index indexes.one_stay: UNIQUE KEY `one_stay` (`room`, `stay` WITHOUT OVERLAPS)
--   change-period period: none → PERIOD FOR `stay` (`since`, `until`)

-- ==== up ====
-- batch

-- 1. alter table stays: change column since, change column until, add index one_stay, add period stay (alter table:stays)
--    ! correctness, adds-not-null: fails when a row of stays has no value in since
--    ! correctness, adds-not-null: fails when a row of stays has no value in until
--    ! correctness, checks-rows: fails when rows of stays do not satisfy index one_stay (room, stay without overlaps), which is unique
--    ! blocks-writes, copies-table: copies table stays row by row into a new one, because there is no other way to change column since: nobody can write to it meanwhile
ALTER TABLE `stays`
  MODIFY COLUMN `since` date NOT NULL,
  MODIFY COLUMN `until` date NOT NULL,
  ADD UNIQUE KEY `one_stay` (`room`, `stay` WITHOUT OVERLAPS),
  ADD PERIOD FOR `stay` (`since`, `until`),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table stays: drop index one_stay, drop period stay, change column since, change column until (alter table:stays)
--    ! blocks-writes, copies-table: copies table stays row by row into a new one, because there is no other way to drop index one_stay: nobody can write to it meanwhile
ALTER TABLE `stays`
  DROP INDEX `one_stay`,
  DROP PERIOD FOR `stay`,
  MODIFY COLUMN `since` date NULL,
  MODIFY COLUMN `until` date NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
