-- create function:twice
-- create procedure:tidy

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. create function twice (create function:twice)
CREATE FUNCTION `twice`(`a` int(11))
  RETURNS int(11)
  DETERMINISTIC
RETURN a * 2;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. create procedure tidy (create procedure:tidy)
CREATE PROCEDURE `tidy`(IN `least` int(11), INOUT `gone` int(11))
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
