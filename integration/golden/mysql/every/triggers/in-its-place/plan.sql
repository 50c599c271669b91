-- replace trigger:a: nothing of a trigger can be altered
-- replace trigger:b: nothing of a trigger can be altered
-- replace trigger:c: it cannot stay while trigger:b is replaced
-- replace trigger:d: nothing of a trigger can be altered
-- replace trigger:e: nothing of a trigger can be altered

-- ==== up ====
-- batch

-- 1. drop trigger c (replace trigger:c)
--    ! correctness, changes-definition: trigger c is another one from then on, for whoever uses it
--    ! correctness, gone-meanwhile: trigger c is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP TRIGGER `c`;
-- batch

-- 2. drop trigger b (replace trigger:b)
--    ! correctness, changes-definition: trigger b is another one from then on, for whoever uses it
--    ! correctness, gone-meanwhile: trigger b is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP TRIGGER `b`;
-- batch

-- 3. drop trigger a (replace trigger:a)
--    ! correctness, changes-definition: trigger a is another one from then on, for whoever uses it
--    ! correctness, gone-meanwhile: trigger a is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP TRIGGER `a`;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 4. create trigger a (replace trigger:a)
CREATE DEFINER=`root`@`%` TRIGGER `a` BEFORE INSERT ON `users` FOR EACH ROW
SET NEW.mail = CONCAT(NEW.mail, 'A');
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 5. create trigger b (replace trigger:b)
CREATE DEFINER=`root`@`%` TRIGGER `b` BEFORE INSERT ON `users` FOR EACH ROW FOLLOWS `a`
SET NEW.mail = CONCAT(NEW.mail, 'B');
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 6. create trigger c (replace trigger:c)
CREATE DEFINER=`root`@`%` TRIGGER `c` BEFORE INSERT ON `users` FOR EACH ROW FOLLOWS `b`
SET NEW.mail = CONCAT(NEW.mail, 'c');
-- batch

-- 7. drop trigger e (replace trigger:e)
--    ! correctness, changes-definition: trigger e is another one from then on, for whoever uses it
--    ! correctness, gone-meanwhile: trigger e is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP TRIGGER `e`;
-- batch

-- 8. drop trigger d (replace trigger:d)
--    ! correctness, changes-definition: trigger d is another one from then on, for whoever uses it
--    ! correctness, gone-meanwhile: trigger d is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP TRIGGER `d`;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 9. create trigger e (replace trigger:e)
CREATE DEFINER=`root`@`%` TRIGGER `e` AFTER INSERT ON `users` FOR EACH ROW
SET @e = 1;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 10. create trigger d (replace trigger:d)
CREATE DEFINER=`root`@`%` TRIGGER `d` AFTER INSERT ON `users` FOR EACH ROW FOLLOWS `e`
SET @d = 2;

-- ==== down ====
-- batch

-- 1. drop trigger c (replace trigger:c)
--    ! correctness, changes-definition: trigger c is another one from then on, for whoever uses it
--    ! correctness, gone-meanwhile: trigger c is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP TRIGGER `c`;
-- batch

-- 2. drop trigger b (replace trigger:b)
--    ! correctness, changes-definition: trigger b is another one from then on, for whoever uses it
--    ! correctness, gone-meanwhile: trigger b is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP TRIGGER `b`;
-- batch

-- 3. drop trigger a (replace trigger:a)
--    ! correctness, changes-definition: trigger a is another one from then on, for whoever uses it
--    ! correctness, gone-meanwhile: trigger a is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP TRIGGER `a`;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 4. create trigger a (replace trigger:a)
CREATE DEFINER=`root`@`%` TRIGGER `a` BEFORE INSERT ON `users` FOR EACH ROW
SET NEW.mail = CONCAT(NEW.mail, 'a');
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 5. create trigger b (replace trigger:b)
CREATE DEFINER=`root`@`%` TRIGGER `b` BEFORE INSERT ON `users` FOR EACH ROW FOLLOWS `a`
SET NEW.mail = CONCAT(NEW.mail, 'b');
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 6. create trigger c (replace trigger:c)
CREATE DEFINER=`root`@`%` TRIGGER `c` BEFORE INSERT ON `users` FOR EACH ROW FOLLOWS `b`
SET NEW.mail = CONCAT(NEW.mail, 'c');
-- batch

-- 7. drop trigger d (replace trigger:d)
--    ! correctness, changes-definition: trigger d is another one from then on, for whoever uses it
--    ! correctness, gone-meanwhile: trigger d is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP TRIGGER `d`;
-- batch

-- 8. drop trigger e (replace trigger:e)
--    ! correctness, changes-definition: trigger e is another one from then on, for whoever uses it
--    ! correctness, gone-meanwhile: trigger e is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP TRIGGER `e`;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 9. create trigger d (replace trigger:d)
CREATE DEFINER=`root`@`%` TRIGGER `d` AFTER INSERT ON `users` FOR EACH ROW
SET @d = 1;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 10. create trigger e (replace trigger:e)
CREATE DEFINER=`root`@`%` TRIGGER `e` AFTER INSERT ON `users` FOR EACH ROW FOLLOWS `d`
SET @e = 1;
