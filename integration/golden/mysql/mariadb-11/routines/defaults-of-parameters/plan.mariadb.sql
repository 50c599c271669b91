-- alter function:one
--   change-parameters parameters: `number` int(11) DEFAULT 1 → `number` int(11)
-- alter procedure:greet
--   change-parameters parameters: IN `name` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci, IN `word` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci DEFAULT 'it''s, (', IN `times` int(11) DEFAULT 1 + greatest(1, 2) → IN `name` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci, IN `word` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci DEFAULT 'that''s, (', IN `times` int(11) DEFAULT 1 + greatest(1, 2)

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. replace function one (alter function:one)
--    ! correctness, changes-definition: function one is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` FUNCTION `one`(`number` int(11))
  RETURNS int(11)
  DETERMINISTIC
RETURN number;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. replace procedure greet (alter procedure:greet)
--    ! correctness, changes-definition: procedure greet is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` PROCEDURE `greet`(IN `name` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci, IN `word` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci DEFAULT 'that''s, (', IN `times` int(11) DEFAULT 1 + greatest(1, 2))
SELECT word;

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. replace function one (alter function:one)
--    ! correctness, changes-definition: function one is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` FUNCTION `one`(`number` int(11) DEFAULT 1)
  RETURNS int(11)
  DETERMINISTIC
RETURN number;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. replace procedure greet (alter procedure:greet)
--    ! correctness, changes-definition: procedure greet is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` PROCEDURE `greet`(IN `name` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci, IN `word` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci DEFAULT 'it''s, (', IN `times` int(11) DEFAULT 1 + greatest(1, 2))
SELECT word;
