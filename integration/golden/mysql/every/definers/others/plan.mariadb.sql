-- alter event:cleared
--   change-definer definer: golden_ann@% → golden_bob@localhost
-- alter function:twice
--   change-definer definer: golden_ann@% → golden_bob@localhost
-- alter procedure:nothing
--   change-definer definer: golden_ann@% → golden_bob@localhost
-- alter trigger:kept
--   change-definer definer: golden_ann@% → golden_bob@localhost
-- alter view:everybody
--   change-definer definer: golden_ann@% → golden_bob@localhost

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. alter event cleared (alter event:cleared)
--    ! correctness, changes-definer: event cleared runs with the rights of golden_bob@localhost from then on
ALTER DEFINER=`golden_bob`@`localhost` EVENT `cleared`
  DISABLE;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. replace function twice (alter function:twice)
--    ! correctness, changes-definition: function twice is another one from then on, for whoever uses it
--    ! correctness, changes-definer: function twice runs with the rights of golden_bob@localhost from then on
CREATE OR REPLACE DEFINER=`golden_bob`@`localhost` FUNCTION `twice`(`a` int(11))
  RETURNS int(11)
  DETERMINISTIC
RETURN a * 2;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 3. replace procedure nothing (alter procedure:nothing)
--    ! correctness, changes-definition: procedure nothing is another one from then on, for whoever uses it
--    ! correctness, changes-definer: procedure nothing runs with the rights of golden_bob@localhost from then on
CREATE OR REPLACE DEFINER=`golden_bob`@`localhost` PROCEDURE `nothing`()
SELECT 1;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 4. replace trigger kept (alter trigger:kept)
--    ! correctness, changes-definition: trigger kept is another one from then on, for whoever uses it
--    ! correctness, changes-definer: trigger kept runs with the rights of golden_bob@localhost from then on
CREATE OR REPLACE DEFINER=`golden_bob`@`localhost` TRIGGER `kept` BEFORE INSERT ON `users` FOR EACH ROW
SET NEW.id = NEW.id;
-- batch

-- 5. change view everybody (alter view:everybody)
--    ! correctness, changes-definition: view everybody is another one from then on, for whoever uses it
--    ! correctness, changes-definer: view everybody runs with the rights of golden_bob@localhost from then on
CREATE OR REPLACE DEFINER=`golden_bob`@`localhost` SQL SECURITY DEFINER VIEW `everybody` (`id`) AS
select `users`.`id` AS `id` from `users`;

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. alter event cleared (alter event:cleared)
--    ! correctness, changes-definer: event cleared runs with the rights of golden_ann@% from then on
ALTER DEFINER=`golden_ann`@`%` EVENT `cleared`
  DISABLE;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. replace function twice (alter function:twice)
--    ! correctness, changes-definition: function twice is another one from then on, for whoever uses it
--    ! correctness, changes-definer: function twice runs with the rights of golden_ann@% from then on
CREATE OR REPLACE DEFINER=`golden_ann`@`%` FUNCTION `twice`(`a` int(11))
  RETURNS int(11)
  DETERMINISTIC
RETURN a * 2;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 3. replace procedure nothing (alter procedure:nothing)
--    ! correctness, changes-definition: procedure nothing is another one from then on, for whoever uses it
--    ! correctness, changes-definer: procedure nothing runs with the rights of golden_ann@% from then on
CREATE OR REPLACE DEFINER=`golden_ann`@`%` PROCEDURE `nothing`()
SELECT 1;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 4. replace trigger kept (alter trigger:kept)
--    ! correctness, changes-definition: trigger kept is another one from then on, for whoever uses it
--    ! correctness, changes-definer: trigger kept runs with the rights of golden_ann@% from then on
CREATE OR REPLACE DEFINER=`golden_ann`@`%` TRIGGER `kept` BEFORE INSERT ON `users` FOR EACH ROW
SET NEW.id = NEW.id;
-- batch

-- 5. change view everybody (alter view:everybody)
--    ! correctness, changes-definition: view everybody is another one from then on, for whoever uses it
--    ! correctness, changes-definer: view everybody runs with the rights of golden_ann@% from then on
CREATE OR REPLACE DEFINER=`golden_ann`@`%` SQL SECURITY DEFINER VIEW `everybody` (`id`) AS
select `users`.`id` AS `id` from `users`;
