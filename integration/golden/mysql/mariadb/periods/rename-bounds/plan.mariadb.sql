-- alter table:stays
--   rename-column columns.ends: until → ends
--   rename-column columns.starts: since → starts

-- ==== up ====
-- batch

-- 1. alter table stays: rename column since to starts, rename column until to ends (alter table:stays)
--    ! correctness, breaks-clients: clients that use column stays.since fail once it is called starts
--    ! correctness, breaks-clients: clients that use column stays.until fail once it is called ends
ALTER TABLE `stays`
  RENAME COLUMN `since` TO `starts`,
  RENAME COLUMN `until` TO `ends`,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table stays: rename column starts to since, rename column ends to until (alter table:stays)
--    ! correctness, breaks-clients: clients that use column stays.starts fail once it is called since
--    ! correctness, breaks-clients: clients that use column stays.ends fail once it is called until
ALTER TABLE `stays`
  RENAME COLUMN `starts` TO `since`,
  RENAME COLUMN `ends` TO `until`,
  ALGORITHM=INSTANT;
