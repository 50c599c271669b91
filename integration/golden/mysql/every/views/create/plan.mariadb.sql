-- create view:loud
-- create view:mails

-- ==== up ====
-- batch

-- 1. create view mails (create view:mails)
CREATE SQL SECURITY DEFINER VIEW `mails` (`mail`) AS
select `users`.`mail` AS `mail` from `users` where `users`.`mail` like 'a%';
-- batch

-- 2. create view loud (create view:loud)
CREATE SQL SECURITY DEFINER VIEW `loud` (`shout`) AS
select ucase(`mails`.`mail`) AS `shout` from `mails`;

-- ==== down ====
-- batch

-- 1. drop view loud (drop view:loud)
--    ! correctness, drops-used: drops view loud: whatever uses it fails from then on
DROP VIEW `loud`;
-- batch

-- 2. drop view mails (drop view:mails)
--    ! correctness, drops-used: drops view mails: whatever uses it fails from then on
DROP VIEW `mails`;
