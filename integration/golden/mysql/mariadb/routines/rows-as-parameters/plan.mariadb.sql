-- alter procedure:called
--   change-parameters parameters: IN `person` ROW (id int, name varchar(40)), IN `other` ROW TYPE OF `people` → IN `person` ROW (id int, name enum('a', 'b,c')), IN `other` ROW TYPE OF `people`

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. replace procedure called (alter procedure:called)
--    ! correctness, changes-definition: procedure called is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` PROCEDURE `called`(IN `person` ROW (id int, name enum('a', 'b,c')), IN `other` ROW TYPE OF `people`)
SELECT person.id;

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. replace procedure called (alter procedure:called)
--    ! correctness, changes-definition: procedure called is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` PROCEDURE `called`(IN `person` ROW (id int, name varchar(40)), IN `other` ROW TYPE OF `people`)
SELECT person.id;
