-- alter table:users
--   change-not-null columns.mail.notNull: none → true

-- ==== up ====
-- batch

-- 1. alter table users: change column mail (alter table:users)
--    ! correctness, adds-not-null: fails when a row of users has no value in mail
--    ! slow, rebuilds-table: builds table users anew in place, because there is no other way to change column mail; others can go on reading and writing
ALTER TABLE `users`
  MODIFY COLUMN `mail` varchar(40) NOT NULL,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table users: change column mail (alter table:users)
--    ! slow, rebuilds-table: builds table users anew in place, because there is no other way to change column mail; others can go on reading and writing
ALTER TABLE `users`
  MODIFY COLUMN `mail` varchar(40) NULL,
  ALGORITHM=INPLACE,
  LOCK=NONE;
