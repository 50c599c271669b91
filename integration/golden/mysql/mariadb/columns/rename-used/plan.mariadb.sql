-- alter table:users
--   rename-column columns.email: mail → email

-- ==== up ====
-- batch

-- 1. alter table users: have it opened anew, as what is computed from a renamed column takes (alter table:users)
ALTER TABLE `users`
  COMMENT='',
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table users: rename column mail to email (alter table:users)
--    ! correctness, breaks-clients: clients that use column users.mail fail once it is called email
ALTER TABLE `users`
  RENAME COLUMN `mail` TO `email`,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table users: have it opened anew, as what is computed from a renamed column takes (alter table:users)
ALTER TABLE `users`
  COMMENT='',
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table users: rename column email to mail (alter table:users)
--    ! correctness, breaks-clients: clients that use column users.email fail once it is called mail
ALTER TABLE `users`
  RENAME COLUMN `email` TO `mail`,
  ALGORITHM=INSTANT;
