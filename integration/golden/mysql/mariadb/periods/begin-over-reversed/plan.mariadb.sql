-- alter table:stays
--   change-period period: none → PERIOD FOR `stay` (`since`, `until`)

-- ==== up ====
-- batch

-- 1. alter table stays: add period stay (alter table:stays)
--    ! blocks-writes, copies-table: copies table stays row by row into a new one, because there is no other way to add period stay: nobody can write to it meanwhile
ALTER TABLE `stays`
  ADD PERIOD FOR `stay` (`since`, `until`),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table stays: drop period stay (alter table:stays)
--    ! blocks-writes, copies-table: copies table stays row by row into a new one, because there is no other way to drop period stay: nobody can write to it meanwhile
ALTER TABLE `stays`
  DROP PERIOD FOR `stay`,
  ALGORITHM=COPY,
  LOCK=SHARED;
