-- alter view:adults
--   change-algorithm algorithm: MERGE → TEMPTABLE
-- alter view:counted
--   change-algorithm algorithm: TEMPTABLE → UNDEFINED
-- create view:merged

-- ==== up ====
-- batch

-- 1. change view adults (alter view:adults)
--    ! correctness, changes-definition: view adults is another one from then on, for whoever uses it
CREATE OR REPLACE ALGORITHM=TEMPTABLE DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW `adults` (`id`) AS
select `users`.`id` AS `id` from `users` where (`users`.`age` >= 18);
-- batch

-- 2. change view counted (alter view:counted)
--    ! correctness, changes-definition: view counted is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW `counted` (`age`) AS
select `users`.`age` AS `age` from `users`;
-- batch

-- 3. create view merged (create view:merged)
CREATE ALGORITHM=MERGE SQL SECURITY DEFINER VIEW `merged` (`age`) AS
select `users`.`age` AS `age` from `users`;

-- ==== down ====
-- batch

-- 1. drop view merged (drop view:merged)
--    ! correctness, drops-used: drops view merged: whatever uses it fails from then on
DROP VIEW `merged`;
-- batch

-- 2. change view adults (alter view:adults)
--    ! correctness, changes-definition: view adults is another one from then on, for whoever uses it
CREATE OR REPLACE ALGORITHM=MERGE DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW `adults` (`id`) AS
select `users`.`id` AS `id` from `users` where (`users`.`age` >= 18);
-- batch

-- 3. change view counted (alter view:counted)
--    ! correctness, changes-definition: view counted is another one from then on, for whoever uses it
CREATE OR REPLACE ALGORITHM=TEMPTABLE DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW `counted` (`age`) AS
select `users`.`age` AS `age` from `users`;
