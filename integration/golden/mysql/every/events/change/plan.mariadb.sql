-- alter event:cleared
--   change-body body: DELETE FROM log → DELETE FROM log WHERE id < 5
-- alter event:later
--   change-starts starts: 2030-01-01 03:00:00 → 2030-01-01 04:00:00
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

-- 2. alter event later (alter event:later)
--    ! correctness, changes-definition: event later is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` EVENT `later`
  ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 04:00:00'
DO DELETE FROM log;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 3. alter event paused (alter event:paused)
ALTER DEFINER=`root`@`%` EVENT `paused`
  ON COMPLETION NOT PRESERVE
  DISABLE;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 4. alter event resumed (alter event:resumed)
ALTER DEFINER=`root`@`%` EVENT `resumed`
  ENABLE
  COMMENT '';

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. alter event cleared (alter event:cleared)
--    ! correctness, changes-definition: event cleared is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `cleared`
  DO DELETE FROM log;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. alter event later (alter event:later)
--    ! correctness, changes-definition: event later is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` EVENT `later`
  ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 03:00:00'
DO DELETE FROM log;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 3. alter event paused (alter event:paused)
ALTER DEFINER=`root`@`%` EVENT `paused`
  ON COMPLETION PRESERVE
  ENABLE;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 4. alter event resumed (alter event:resumed)
ALTER DEFINER=`root`@`%` EVENT `resumed`
  DISABLE
  COMMENT 'old';
