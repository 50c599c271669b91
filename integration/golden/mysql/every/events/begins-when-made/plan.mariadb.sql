-- alter event:ends
--   change-ends ends: 2032-01-01 00:00:00 → none
-- alter event:often
--   change-schedule schedule: EVERY 1 DAY → EVERY 2 HOUR
-- alter event:once
--   change-schedule schedule: AT '2031-01-01 00:00:00' → AT '2033-01-01 00:00:00'

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. alter event ends (alter event:ends)
--    ! correctness, changes-definition: event ends is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` EVENT `ends`
  ON SCHEDULE EVERY 1 DAY STARTS '2031-01-01 00:00:00'
  ON COMPLETION PRESERVE
  DISABLE
DO DELETE FROM log;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. alter event often (alter event:often)
--    ! correctness, changes-definition: event often is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` EVENT `often`
  ON SCHEDULE EVERY 2 HOUR
  ON COMPLETION PRESERVE
  DISABLE
  COMMENT 'tidies'
DO DELETE FROM log;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 3. alter event once (alter event:once)
--    ! correctness, changes-definition: event once is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` EVENT `once`
  ON SCHEDULE AT '2033-01-01 00:00:00'
DO DELETE FROM log;

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. alter event ends (alter event:ends)
--    ! correctness, changes-definition: event ends is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` EVENT `ends`
  ON SCHEDULE EVERY 1 DAY STARTS '2031-01-01 00:00:00' ENDS '2032-01-01 00:00:00'
  ON COMPLETION PRESERVE
  DISABLE
DO DELETE FROM log;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. alter event often (alter event:often)
--    ! correctness, changes-definition: event often is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` EVENT `often`
  ON SCHEDULE EVERY 1 DAY
  ON COMPLETION PRESERVE
  DISABLE
  COMMENT 'tidies'
DO DELETE FROM log;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 3. alter event once (alter event:once)
--    ! correctness, changes-definition: event once is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` EVENT `once`
  ON SCHEDULE AT '2031-01-01 00:00:00'
DO DELETE FROM log;
