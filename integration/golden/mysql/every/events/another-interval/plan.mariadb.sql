-- alter event:e
--   change-schedule schedule: EVERY 1 DAY → EVERY '1:30' HOUR_MINUTE

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. alter event e (alter event:e)
--    ! correctness, changes-definition: event e is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` EVENT `e`
  ON SCHEDULE EVERY '1:30' HOUR_MINUTE STARTS '2030-01-01 03:00:00'
DO DELETE FROM log;

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. alter event e (alter event:e)
--    ! correctness, changes-definition: event e is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` EVENT `e`
  ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 03:00:00'
DO DELETE FROM log;
