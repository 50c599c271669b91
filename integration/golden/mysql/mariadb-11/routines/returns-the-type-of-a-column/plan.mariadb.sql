-- alter function:named
--   change-body body: RETURN name → RETURN concat(name, '.')

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. replace function named (alter function:named)
--    ! correctness, changes-definition: function named is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` FUNCTION `named`(`name` TYPE OF `people`.`name`)
  RETURNS TYPE OF `people`.`name`
  DETERMINISTIC
RETURN concat(name, '.');

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. replace function named (alter function:named)
--    ! correctness, changes-definition: function named is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` FUNCTION `named`(`name` TYPE OF `people`.`name`)
  RETURNS TYPE OF `people`.`name`
  DETERMINISTIC
RETURN name;
