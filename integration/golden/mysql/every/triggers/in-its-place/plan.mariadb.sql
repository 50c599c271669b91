-- alter trigger:a
--   change-body body: SET NEW.mail = CONCAT(NEW.mail, 'a') → SET NEW.mail = CONCAT(NEW.mail, 'A')
-- alter trigger:b
--   change-body body: SET NEW.mail = CONCAT(NEW.mail, 'b') → SET NEW.mail = CONCAT(NEW.mail, 'B')
-- replace trigger:d: nothing of a trigger can be altered
-- replace trigger:e: nothing of a trigger can be altered

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. replace trigger a (alter trigger:a)
--    ! correctness, changes-definition: trigger a is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` TRIGGER `a` BEFORE INSERT ON `users` FOR EACH ROW PRECEDES `b`
SET NEW.mail = CONCAT(NEW.mail, 'A');
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. replace trigger b (alter trigger:b)
--    ! correctness, changes-definition: trigger b is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` TRIGGER `b` BEFORE INSERT ON `users` FOR EACH ROW FOLLOWS `a`
SET NEW.mail = CONCAT(NEW.mail, 'B');
-- batch

-- 3. drop trigger e (replace trigger:e)
--    ! correctness, changes-definition: trigger e is another one from then on, for whoever uses it
--    ! correctness, gone-meanwhile: trigger e is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP TRIGGER `e`;
-- batch

-- 4. drop trigger d (replace trigger:d)
--    ! correctness, changes-definition: trigger d is another one from then on, for whoever uses it
--    ! correctness, gone-meanwhile: trigger d is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP TRIGGER `d`;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 5. create trigger e (replace trigger:e)
CREATE DEFINER=`root`@`%` TRIGGER `e` AFTER INSERT ON `users` FOR EACH ROW
SET @e = 1;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 6. create trigger d (replace trigger:d)
CREATE DEFINER=`root`@`%` TRIGGER `d` AFTER INSERT ON `users` FOR EACH ROW FOLLOWS `e`
SET @d = 2;

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. replace trigger a (alter trigger:a)
--    ! correctness, changes-definition: trigger a is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` TRIGGER `a` BEFORE INSERT ON `users` FOR EACH ROW PRECEDES `b`
SET NEW.mail = CONCAT(NEW.mail, 'a');
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. replace trigger b (alter trigger:b)
--    ! correctness, changes-definition: trigger b is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` TRIGGER `b` BEFORE INSERT ON `users` FOR EACH ROW FOLLOWS `a`
SET NEW.mail = CONCAT(NEW.mail, 'b');
-- batch

-- 3. drop trigger d (replace trigger:d)
--    ! correctness, changes-definition: trigger d is another one from then on, for whoever uses it
--    ! correctness, gone-meanwhile: trigger d is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP TRIGGER `d`;
-- batch

-- 4. drop trigger e (replace trigger:e)
--    ! correctness, changes-definition: trigger e is another one from then on, for whoever uses it
--    ! correctness, gone-meanwhile: trigger e is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP TRIGGER `e`;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 5. create trigger d (replace trigger:d)
CREATE DEFINER=`root`@`%` TRIGGER `d` AFTER INSERT ON `users` FOR EACH ROW
SET @d = 1;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 6. create trigger e (replace trigger:e)
CREATE DEFINER=`root`@`%` TRIGGER `e` AFTER INSERT ON `users` FOR EACH ROW FOLLOWS `d`
SET @e = 1;
