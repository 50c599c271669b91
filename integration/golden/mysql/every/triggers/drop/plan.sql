-- drop trigger:a

-- ==== up ====
-- batch

-- 1. drop trigger a (drop trigger:a)
--    ! correctness, drops-used: drops trigger a: whatever uses it fails from then on
DROP TRIGGER `a`;

-- ==== down ====
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. create trigger a (create trigger:a)
CREATE DEFINER=`root`@`%` TRIGGER `a` BEFORE INSERT ON `users` FOR EACH ROW
SET NEW.mail = LOWER(NEW.mail);
