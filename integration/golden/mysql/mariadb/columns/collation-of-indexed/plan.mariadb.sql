-- alter table:users
--   change-collation columns.mail.collation: utf8mb4_general_ci → utf8mb4_bin

-- ==== up ====
-- batch

-- 1. alter table users: change column mail (alter table:users)
ALTER TABLE `users`
  MODIFY COLUMN `mail` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table users: change column mail (alter table:users)
ALTER TABLE `users`
  MODIFY COLUMN `mail` varchar(40) NULL,
  ALGORITHM=INPLACE,
  LOCK=NONE;
