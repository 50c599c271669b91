-- alter table:users
--   change-visibility columns.mail.invisible: none → true

-- ==== up ====
-- batch

-- 1. alter table users: change column mail (alter table:users)
ALTER TABLE `users`
  MODIFY COLUMN `mail` varchar(40) NULL INVISIBLE,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table users: change column mail (alter table:users)
ALTER TABLE `users`
  MODIFY COLUMN `mail` varchar(40) NULL,
  ALGORITHM=INSTANT;
