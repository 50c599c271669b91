-- alter table:visits
--   change-not-null columns.began.notNull: none → true
--   change-default columns.began.default: none → current_timestamp()

-- ==== up ====
-- batch

-- 1. alter table visits: change column began (alter table:visits)
--    ! correctness, adds-not-null: fails when a row of visits has no value in began
--    ! blocks-writes, copies-table: copies table visits row by row into a new one, because there is no other way to change column began: nobody can write to it meanwhile
-- must find nothing: rows of table visits have no value in began, and the server would give them the moment of the change
SELECT * FROM `visits` WHERE `began` IS NULL LIMIT 5;
ALTER TABLE `visits`
  MODIFY COLUMN `began` timestamp NOT NULL DEFAULT current_timestamp(),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table visits: change column began (alter table:visits)
--    ! slow, rebuilds-table: builds table visits anew in place, because there is no other way to change column began; others can go on reading and writing
ALTER TABLE `visits`
  MODIFY COLUMN `began` timestamp NULL,
  ALGORITHM=INPLACE,
  LOCK=NONE;
