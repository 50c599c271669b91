-- replace function:total: only the comment and the rights of a function can be altered

-- ==== up ====
-- batch

-- 1. drop function total (replace function:total)
--    ! correctness, changes-definition: function total is another one from then on, for whoever uses it
--    ! correctness, loses-grants: whoever was granted EXECUTE on function total alone loses it: the server drops that with the function [irreversible]
--    ! correctness, gone-meanwhile: function total is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP FUNCTION `total`;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. create function total (replace function:total)
CREATE DEFINER=`root`@`%` AGGREGATE FUNCTION `total`(`price` int(11))
  RETURNS int(11)
BEGIN
  DECLARE sum INT DEFAULT 0;
  DECLARE CONTINUE HANDLER FOR NOT FOUND RETURN sum;
  LOOP
    FETCH GROUP NEXT ROW;
    SET sum = sum + price;
  END LOOP;
END;

-- The way down does not bring back:
--   replace function:total: whoever was granted EXECUTE on function total alone loses it: the server drops that with the function

-- ==== down ====
-- batch

-- 1. drop function total (replace function:total)
--    ! correctness, changes-definition: function total is another one from then on, for whoever uses it
--    ! correctness, loses-grants: whoever was granted EXECUTE on function total alone loses it: the server drops that with the function [irreversible]
--    ! correctness, gone-meanwhile: function total is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP FUNCTION `total`;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. create function total (replace function:total)
CREATE DEFINER=`root`@`%` FUNCTION `total`(`price` int(11))
  RETURNS int(11)
RETURN price;
