-- drop function:twice

-- ==== up ====
-- batch

-- 1. drop function twice (drop function:twice)
--    ! correctness, drops-used: drops function twice: whatever uses it fails from then on
DROP FUNCTION `twice`;

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. create function twice (create function:twice)
CREATE DEFINER=`root`@`%` FUNCTION `twice`(`a` int(11))
  RETURNS int(11)
  DETERMINISTIC
RETURN a * 2;
