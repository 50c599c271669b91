-- drop trigger:a

-- ==== up ====
-- batch

-- 1. drop trigger a (drop trigger:a)
--    ! correctness, drops-used: drops trigger a: whatever uses it fails from then on
DROP TRIGGER `a`;

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. create trigger a (create trigger:a)
CREATE DEFINER=`root`@`%` TRIGGER `a` BEFORE INSERT ON `users` FOR EACH ROW
SET NEW.mail = LOWER(NEW.mail);
