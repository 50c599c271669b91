-- alter table:users
--   rename-column columns.email: mail → email
-- alter view:mails
--   change-columns columns: mail → email
--   change-query query: select `users`.`mail` AS `mail` from `users` → select `users`.`email` AS `email` from `users`

-- ==== up ====
-- batch

-- 1. alter table users: rename column mail to email (alter table:users)
--    ! correctness, breaks-clients: clients that use column users.mail fail once it is called email
ALTER TABLE `users`
  RENAME COLUMN `mail` TO `email`,
  ALGORITHM=INSTANT;
-- batch

-- 2. change view mails (alter view:mails)
--    ! correctness, changes-definition: view mails is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW `mails` (`email`) AS
select `users`.`email` AS `email` from `users`;

-- ==== down ====
-- batch

-- 1. alter table users: rename column email to mail (alter table:users)
--    ! correctness, breaks-clients: clients that use column users.email fail once it is called mail
ALTER TABLE `users`
  RENAME COLUMN `email` TO `mail`,
  ALGORITHM=INSTANT;
-- batch

-- 2. change view mails (alter view:mails)
--    ! correctness, changes-definition: view mails is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW `mails` (`mail`) AS
select `users`.`mail` AS `mail` from `users`;
