-- create function:twice
-- create procedure:tidy

-- ==== up ====
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. create function twice (create function:twice)
CREATE FUNCTION `twice`(`a` int)
  RETURNS int
  DETERMINISTIC
RETURN a * 2;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 2. create procedure tidy (create procedure:tidy)
CREATE PROCEDURE `tidy`(IN `least` int, INOUT `gone` int)
  MODIFIES SQL DATA
  COMMENT 'it''s tidy'
BEGIN
  DELETE FROM t WHERE id < least;
  SET gone = ROW_COUNT();
END;

-- ==== down ====
-- batch

-- 1. drop function twice (drop function:twice)
--    ! correctness, drops-used: drops function twice: whatever uses it fails from then on
DROP FUNCTION `twice`;
-- batch

-- 2. drop procedure tidy (drop procedure:tidy)
--    ! correctness, drops-used: drops procedure tidy: whatever uses it fails from then on
DROP PROCEDURE `tidy`;
