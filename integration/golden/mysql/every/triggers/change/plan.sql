-- replace trigger:a: nothing of a trigger can be altered

-- ==== up ====
-- batch

-- 1. drop trigger a (replace trigger:a)
--    ! correctness, changes-definition: trigger a is another one from then on, for whoever uses it
--    ! correctness, gone-meanwhile: trigger a is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP TRIGGER `a`;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 2. create trigger a (replace trigger:a)
CREATE DEFINER=`root`@`%` TRIGGER `a` BEFORE INSERT ON `users` FOR EACH ROW
SET NEW.mail = UPPER(NEW.mail);

-- ==== down ====
-- batch

-- 1. drop trigger a (replace trigger:a)
--    ! correctness, changes-definition: trigger a is another one from then on, for whoever uses it
--    ! correctness, gone-meanwhile: trigger a is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP TRIGGER `a`;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 2. create trigger a (replace trigger:a)
CREATE DEFINER=`root`@`%` TRIGGER `a` BEFORE INSERT ON `users` FOR EACH ROW
SET NEW.mail = LOWER(NEW.mail);
