-- drop function:twice

-- ==== up ====
-- batch

-- 1. drop function twice (drop function:twice)
--    ! correctness, drops-used: drops function twice: whatever uses it fails from then on
DROP FUNCTION `twice`;

-- ==== down ====
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. create function twice (create function:twice)
CREATE DEFINER=`root`@`%` FUNCTION `twice`(`a` int)
  RETURNS int
  DETERMINISTIC
RETURN a * 2;
