-- alter event:cleared
--   change-definer definer: golden_ann@% → golden_bob@localhost
-- replace function:twice: the definer of a function cannot be altered
-- replace procedure:nothing: the definer of a procedure cannot be altered
-- replace trigger:kept: nothing of a trigger can be altered
-- alter view:everybody
--   change-definer definer: golden_ann@% → golden_bob@localhost

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. alter event cleared (alter event:cleared)
--    ! correctness, changes-definer: event cleared runs with the rights of golden_bob@localhost from then on
ALTER DEFINER=`golden_bob`@`localhost` EVENT `cleared`
  DISABLE;
-- batch

-- 2. change view everybody (alter view:everybody)
--    ! correctness, changes-definition: view everybody is another one from then on, for whoever uses it
--    ! correctness, changes-definer: view everybody runs with the rights of golden_bob@localhost from then on
CREATE OR REPLACE DEFINER=`golden_bob`@`localhost` SQL SECURITY DEFINER VIEW `everybody` (`id`) AS
select `users`.`id` AS `id` from `users`;
-- batch

-- 3. drop function twice (replace function:twice)
--    ! correctness, changes-definition: function twice is another one from then on, for whoever uses it
--    ! correctness, loses-grants: whoever was granted EXECUTE on function twice alone loses it: the server drops that with the function [irreversible]
--    ! correctness, changes-definer: function twice runs with the rights of golden_bob@localhost from then on
--    ! correctness, gone-meanwhile: function twice is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP FUNCTION `twice`;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 4. create function twice (replace function:twice)
CREATE DEFINER=`golden_bob`@`localhost` FUNCTION `twice`(`a` int(11))
  RETURNS int(11)
  DETERMINISTIC
RETURN a * 2;
-- batch

-- 5. drop procedure nothing (replace procedure:nothing)
--    ! correctness, changes-definition: procedure nothing is another one from then on, for whoever uses it
--    ! correctness, loses-grants: whoever was granted EXECUTE on procedure nothing alone loses it: the server drops that with the procedure [irreversible]
--    ! correctness, changes-definer: procedure nothing runs with the rights of golden_bob@localhost from then on
--    ! correctness, gone-meanwhile: procedure nothing is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP PROCEDURE `nothing`;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 6. create procedure nothing (replace procedure:nothing)
CREATE DEFINER=`golden_bob`@`localhost` PROCEDURE `nothing`()
SELECT 1;
-- batch

-- 7. drop trigger kept (replace trigger:kept)
--    ! correctness, changes-definition: trigger kept is another one from then on, for whoever uses it
--    ! correctness, changes-definer: trigger kept runs with the rights of golden_bob@localhost from then on
--    ! correctness, gone-meanwhile: trigger kept is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP TRIGGER `kept`;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 8. create trigger kept (replace trigger:kept)
CREATE DEFINER=`golden_bob`@`localhost` TRIGGER `kept` BEFORE INSERT ON `users` FOR EACH ROW
SET NEW.id = NEW.id;

-- The way down does not bring back:
--   replace function:twice: whoever was granted EXECUTE on function twice alone loses it: the server drops that with the function
--   replace procedure:nothing: whoever was granted EXECUTE on procedure nothing alone loses it: the server drops that with the procedure

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. alter event cleared (alter event:cleared)
--    ! correctness, changes-definer: event cleared runs with the rights of golden_ann@% from then on
ALTER DEFINER=`golden_ann`@`%` EVENT `cleared`
  DISABLE;
-- batch

-- 2. change view everybody (alter view:everybody)
--    ! correctness, changes-definition: view everybody is another one from then on, for whoever uses it
--    ! correctness, changes-definer: view everybody runs with the rights of golden_ann@% from then on
CREATE OR REPLACE DEFINER=`golden_ann`@`%` SQL SECURITY DEFINER VIEW `everybody` (`id`) AS
select `users`.`id` AS `id` from `users`;
-- batch

-- 3. drop function twice (replace function:twice)
--    ! correctness, changes-definition: function twice is another one from then on, for whoever uses it
--    ! correctness, loses-grants: whoever was granted EXECUTE on function twice alone loses it: the server drops that with the function [irreversible]
--    ! correctness, changes-definer: function twice runs with the rights of golden_ann@% from then on
--    ! correctness, gone-meanwhile: function twice is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP FUNCTION `twice`;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 4. create function twice (replace function:twice)
CREATE DEFINER=`golden_ann`@`%` FUNCTION `twice`(`a` int(11))
  RETURNS int(11)
  DETERMINISTIC
RETURN a * 2;
-- batch

-- 5. drop procedure nothing (replace procedure:nothing)
--    ! correctness, changes-definition: procedure nothing is another one from then on, for whoever uses it
--    ! correctness, loses-grants: whoever was granted EXECUTE on procedure nothing alone loses it: the server drops that with the procedure [irreversible]
--    ! correctness, changes-definer: procedure nothing runs with the rights of golden_ann@% from then on
--    ! correctness, gone-meanwhile: procedure nothing is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP PROCEDURE `nothing`;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 6. create procedure nothing (replace procedure:nothing)
CREATE DEFINER=`golden_ann`@`%` PROCEDURE `nothing`()
SELECT 1;
-- batch

-- 7. drop trigger kept (replace trigger:kept)
--    ! correctness, changes-definition: trigger kept is another one from then on, for whoever uses it
--    ! correctness, changes-definer: trigger kept runs with the rights of golden_ann@% from then on
--    ! correctness, gone-meanwhile: trigger kept is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP TRIGGER `kept`;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 8. create trigger kept (replace trigger:kept)
CREATE DEFINER=`golden_ann`@`%` TRIGGER `kept` BEFORE INSERT ON `users` FOR EACH ROW
SET NEW.id = NEW.id;
