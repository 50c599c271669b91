-- alter view:mails
--   change-columns columns: mail → id, mail
--   change-query query: select `users`.`mail` AS `mail` from `users` → select `users`.`id` AS `id`,`users`.`mail` AS `mail` from `users` where `users`.`id` > 0
--   change-check-option check-option: NONE → LOCAL
--   change-security security: DEFINER → INVOKER

-- ==== up ====
-- batch

-- 1. change view mails (alter view:mails)
--    ! correctness, changes-definition: view mails is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` SQL SECURITY INVOKER VIEW `mails` (`id`, `mail`) AS
select `users`.`id` AS `id`,`users`.`mail` AS `mail` from `users` where `users`.`id` > 0
WITH LOCAL CHECK OPTION;

-- ==== down ====
-- batch

-- 1. change view mails (alter view:mails)
--    ! correctness, changes-definition: view mails is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW `mails` (`mail`) AS
select `users`.`mail` AS `mail` from `users`;
