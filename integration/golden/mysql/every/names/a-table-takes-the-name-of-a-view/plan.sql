-- rename table:v from table:t
-- drop view:v

-- ==== up ====
-- batch

-- 1. drop view v (drop view:v)
--    ! correctness, drops-used: drops view v: whatever uses it fails from then on
DROP VIEW `v`;
-- batch

-- 2. rename table t to v (rename table:v)
--    ! correctness, breaks-clients: clients that use table t fail once it is called v
ALTER TABLE `t` RENAME TO `v`;

-- ==== down ====
-- batch

-- 1. rename table v to t (rename table:t)
--    ! correctness, breaks-clients: clients that use table v fail once it is called t
ALTER TABLE `v` RENAME TO `t`;
-- batch

-- 2. create view v (create view:v)
CREATE DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW `v` (`id`) AS
select `t`.`id` AS `id` from `t`;
