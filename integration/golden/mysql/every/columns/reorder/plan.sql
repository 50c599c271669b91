-- alter table:users
--   change-column-order columns

-- ==== up ====
-- batch

-- 1. alter table users: change column age (alter table:users)
--    ! slow, rebuilds-table: builds table users anew in place, because there is no other way to change column age; others can go on reading and writing
ALTER TABLE `users`
  MODIFY COLUMN `age` int NULL AFTER `id`,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table users: change column mail (alter table:users)
--    ! slow, rebuilds-table: builds table users anew in place, because there is no other way to change column mail; others can go on reading and writing
ALTER TABLE `users`
  MODIFY COLUMN `mail` varchar(40) NULL AFTER `id`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
