-- alter event:ends
--   change-ends ends: 2032-01-01 00:00:00 → none
-- replace event:often: it begins to run at other times when it is made
-- alter event:once
--   change-schedule schedule: AT '2031-01-01 00:00:00' → AT '2033-01-01 00:00:00'

-- ==== up ====
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. alter event ends (alter event:ends)
--    ! correctness, changes-definition: event ends is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `ends`
  ON SCHEDULE EVERY 1 DAY STARTS '2031-01-01 00:00:00'
  ON COMPLETION PRESERVE
  DISABLE;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 2. alter event once (alter event:once)
--    ! correctness, changes-definition: event once is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `once`
  ON SCHEDULE AT '2033-01-01 00:00:00'
  ON COMPLETION NOT PRESERVE
  ENABLE;
-- batch

-- 3. drop event often (replace event:often)
--    ! correctness, changes-definition: event often is another one from then on, for whoever uses it
--    ! correctness, gone-meanwhile: event often is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP EVENT `often`;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 4. create event often (replace event:often)
CREATE DEFINER=`root`@`%` EVENT `often`
  ON SCHEDULE EVERY 2 HOUR
  ON COMPLETION PRESERVE
  DISABLE
  COMMENT 'tidies'
DO DELETE FROM log;

-- ==== down ====
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. alter event ends (alter event:ends)
--    ! correctness, changes-definition: event ends is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `ends`
  ON SCHEDULE EVERY 1 DAY STARTS '2031-01-01 00:00:00' ENDS '2032-01-01 00:00:00'
  ON COMPLETION PRESERVE
  DISABLE;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 2. alter event once (alter event:once)
--    ! correctness, changes-definition: event once is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `once`
  ON SCHEDULE AT '2031-01-01 00:00:00'
  ON COMPLETION NOT PRESERVE
  ENABLE;
-- batch

-- 3. drop event often (replace event:often)
--    ! correctness, changes-definition: event often is another one from then on, for whoever uses it
--    ! correctness, gone-meanwhile: event often is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP EVENT `often`;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 4. create event often (replace event:often)
CREATE DEFINER=`root`@`%` EVENT `often`
  ON SCHEDULE EVERY 1 DAY
  ON COMPLETION PRESERVE
  DISABLE
  COMMENT 'tidies'
DO DELETE FROM log;
