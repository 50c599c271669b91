-- alter table:users
--   change-column-order columns

-- ==== up ====
-- batch

-- 1. alter table users: change column age (alter table:users)
ALTER TABLE `users`
  MODIFY COLUMN `age` int(11) NULL AFTER `id`,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table users: change column mail (alter table:users)
ALTER TABLE `users`
  MODIFY COLUMN `mail` varchar(40) NULL AFTER `id`,
  ALGORITHM=INSTANT;
