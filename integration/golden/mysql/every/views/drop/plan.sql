-- drop view:mails

-- ==== up ====
-- batch

-- 1. drop view mails (drop view:mails)
--    ! correctness, drops-used: drops view mails: whatever uses it fails from then on
DROP VIEW `mails`;

-- ==== down ====
-- batch

-- 1. create view mails (create view:mails)
CREATE DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW `mails` (`mail`) AS
select `users`.`mail` AS `mail` from `users`;
