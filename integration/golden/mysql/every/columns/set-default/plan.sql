-- alter table:users
--   change-default columns.mail.default: none → 'none'

-- ==== up ====
-- batch

-- 1. alter table users: change column mail (alter table:users)
ALTER TABLE `users`
  ALTER COLUMN `mail` SET DEFAULT 'none',
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table users: change column mail (alter table:users)
ALTER TABLE `users`
  ALTER COLUMN `mail` SET DEFAULT NULL,
  ALGORITHM=INSTANT;
