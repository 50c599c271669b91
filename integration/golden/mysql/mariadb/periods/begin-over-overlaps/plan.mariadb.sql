-- alter table:stays
--   add-index indexes.one_stay: UNIQUE KEY `one_stay` (`room`, `stay` WITHOUT OVERLAPS)

-- ==== up ====
-- batch

-- 1. alter table stays: add index one_stay (alter table:stays)
--    ! correctness, checks-rows: fails when rows of stays do not satisfy index one_stay (room, stay without overlaps), which is unique
--    ! blocks-writes, copies-table: copies table stays row by row into a new one, because there is no other way to add index one_stay: nobody can write to it meanwhile
ALTER TABLE `stays`
  ADD UNIQUE KEY `one_stay` (`room`, `stay` WITHOUT OVERLAPS),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table stays: drop index one_stay (alter table:stays)
--    ! blocks-writes, copies-table: copies table stays row by row into a new one, because there is no other way to drop index one_stay: nobody can write to it meanwhile
ALTER TABLE `stays`
  DROP INDEX `one_stay`,
  ALGORITHM=COPY,
  LOCK=SHARED;
