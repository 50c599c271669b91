-- alter event:e
--   change-schedule schedule: AT '2035-06-01 12:00:00' → AT '2036-06-01 12:00:00'

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. alter event e (alter event:e)
--    ! correctness, changes-definition: event e is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` EVENT `e`
  ON SCHEDULE AT '2036-06-01 12:00:00'
  ON COMPLETION PRESERVE
DO DELETE FROM log;

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. alter event e (alter event:e)
--    ! correctness, changes-definition: event e is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` EVENT `e`
  ON SCHEDULE AT '2035-06-01 12:00:00'
  ON COMPLETION PRESERVE
DO DELETE FROM log;
