-- alter function:twice
--   change-returns returns: int(11) → bigint(20)
--   change-body body: RETURN a * 2 → RETURN a + a

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. replace function twice (alter function:twice)
--    ! correctness, changes-definition: function twice is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` FUNCTION `twice`(`a` int(11))
  RETURNS bigint(20)
  DETERMINISTIC
RETURN a + a;

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. replace function twice (alter function:twice)
--    ! correctness, changes-definition: function twice is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` FUNCTION `twice`(`a` int(11))
  RETURNS int(11)
  DETERMINISTIC
RETURN a * 2;
