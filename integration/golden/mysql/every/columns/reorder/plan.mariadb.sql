-- alter table:users
--   change-column-order columns

-- ==== up ====
-- batch

-- 1. alter table users: change column id, change column age, change column mail (alter table:users)
ALTER TABLE `users`
  MODIFY COLUMN `id` int(11) NOT NULL FIRST,
  MODIFY COLUMN `age` int(11) NULL AFTER `id`,
  MODIFY COLUMN `mail` varchar(40) NULL AFTER `age`,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table users: change column id, change column mail, change column age (alter table:users)
ALTER TABLE `users`
  MODIFY COLUMN `id` int(11) NOT NULL FIRST,
  MODIFY COLUMN `mail` varchar(40) NULL AFTER `id`,
  MODIFY COLUMN `age` int(11) NULL AFTER `mail`,
  ALGORITHM=INSTANT;
