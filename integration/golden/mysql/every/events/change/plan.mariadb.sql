-- alter event:cleared
--   change-body body: DELETE FROM log → DELETE FROM log WHERE id < 5
-- replace event:later: it runs at other times
-- alter event:paused
--   change-preserve preserve: true → none
--   change-status status: none → DISABLE
-- alter event:resumed
--   change-status status: DISABLE → none
--   change-comment comment: old → none

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. alter event cleared (alter event:cleared)
--    ! correctness, changes-definition: event cleared is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `cleared`
  DO DELETE FROM log WHERE id < 5;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. alter event paused (alter event:paused)
ALTER DEFINER=`root`@`%` EVENT `paused`
  ON COMPLETION NOT PRESERVE
  DISABLE;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 3. alter event resumed (alter event:resumed)
ALTER DEFINER=`root`@`%` EVENT `resumed`
  ENABLE
  COMMENT '';
-- batch

-- 4. drop event later (replace event:later)
--    ! correctness, changes-definition: event later is another one from then on, for whoever uses it
--    ! correctness, gone-meanwhile: event later is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP EVENT `later`;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 5. create event later (replace event:later)
CREATE DEFINER=`root`@`%` EVENT `later`
  ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 04:00:00'
DO DELETE FROM log;

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. alter event cleared (alter event:cleared)
--    ! correctness, changes-definition: event cleared is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `cleared`
  DO DELETE FROM log;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. alter event paused (alter event:paused)
ALTER DEFINER=`root`@`%` EVENT `paused`
  ON COMPLETION PRESERVE
  ENABLE;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 3. alter event resumed (alter event:resumed)
ALTER DEFINER=`root`@`%` EVENT `resumed`
  DISABLE
  COMMENT 'old';
-- batch

-- 4. drop event later (replace event:later)
--    ! correctness, changes-definition: event later is another one from then on, for whoever uses it
--    ! correctness, gone-meanwhile: event later is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP EVENT `later`;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 5. create event later (replace event:later)
CREATE DEFINER=`root`@`%` EVENT `later`
  ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 03:00:00'
DO DELETE FROM log;
