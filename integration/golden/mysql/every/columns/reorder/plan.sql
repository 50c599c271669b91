-- alter table:users
--   change-column-order columns

-- ==== up ====
-- batch

-- 1. alter table users: change column id, change column age, change column mail (alter table:users)
--    ! slow, rebuilds-table: builds table users anew in place, because there is no other way to change column id; others can go on reading and writing
ALTER TABLE `users`
  MODIFY COLUMN `id` int NOT NULL FIRST,
  MODIFY COLUMN `age` int NULL AFTER `id`,
  MODIFY COLUMN `mail` varchar(40) NULL AFTER `age`,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table users: change column id, change column mail, change column age (alter table:users)
--    ! slow, rebuilds-table: builds table users anew in place, because there is no other way to change column id; others can go on reading and writing
ALTER TABLE `users`
  MODIFY COLUMN `id` int NOT NULL FIRST,
  MODIFY COLUMN `mail` varchar(40) NULL AFTER `id`,
  MODIFY COLUMN `age` int NULL AFTER `mail`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
