-- replace function:twice: only the comment and the rights of a function can be altered

-- ==== up ====
-- batch

-- 1. drop function twice (replace function:twice)
--    ! correctness, changes-definition: function twice is another one from then on, for whoever uses it
--    ! correctness, loses-grants: whoever was granted EXECUTE on function twice alone loses it: the server drops that with the function [irreversible]
--    ! correctness, gone-meanwhile: function twice is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP FUNCTION `twice`;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 2. create function twice (replace function:twice)
CREATE DEFINER=`root`@`%` FUNCTION `twice`(`a` int)
  RETURNS bigint
  DETERMINISTIC
RETURN a + a;

-- The way down does not bring back:
--   replace function:twice: whoever was granted EXECUTE on function twice alone loses it: the server drops that with the function

-- ==== down ====
-- batch

-- 1. drop function twice (replace function:twice)
--    ! correctness, changes-definition: function twice is another one from then on, for whoever uses it
--    ! correctness, loses-grants: whoever was granted EXECUTE on function twice alone loses it: the server drops that with the function [irreversible]
--    ! correctness, gone-meanwhile: function twice is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP FUNCTION `twice`;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 2. create function twice (replace function:twice)
CREATE DEFINER=`root`@`%` FUNCTION `twice`(`a` int)
  RETURNS int
  DETERMINISTIC
RETURN a * 2;
