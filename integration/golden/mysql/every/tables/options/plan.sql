-- alter table:users
--   change-options options: row_format=COMPACT → stats_persistent=1

-- ==== up ====
-- batch

-- 1. alter table users: change row_format, change stats_persistent (alter table:users)
--    ! slow, rebuilds-table: builds table users anew in place, because there is no other way to change row_format; others can go on reading and writing
ALTER TABLE `users`
  ROW_FORMAT=DEFAULT,
  STATS_PERSISTENT=1,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table users: change stats_persistent, change row_format (alter table:users)
--    ! slow, rebuilds-table: builds table users anew in place, because there is no other way to change row_format; others can go on reading and writing
ALTER TABLE `users`
  STATS_PERSISTENT=DEFAULT,
  ROW_FORMAT=COMPACT,
  ALGORITHM=INPLACE,
  LOCK=NONE;
