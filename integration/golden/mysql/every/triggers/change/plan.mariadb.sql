-- alter trigger:a
--   change-body body: SET NEW.mail = LOWER(NEW.mail) → SET NEW.mail = UPPER(NEW.mail)

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. replace trigger a (alter trigger:a)
--    ! correctness, changes-definition: trigger a is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` TRIGGER `a` BEFORE INSERT ON `users` FOR EACH ROW
SET NEW.mail = UPPER(NEW.mail);

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. replace trigger a (alter trigger:a)
--    ! correctness, changes-definition: trigger a is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` TRIGGER `a` BEFORE INSERT ON `users` FOR EACH ROW
SET NEW.mail = LOWER(NEW.mail);
