-- alter event:again
--   change-schedule schedule: AT '2020-01-01 00:00:00' → AT '2037-01-01 00:00:00'
-- alter event:once
--   change-body body: DELETE FROM t → DELETE FROM t WHERE id > 1

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. alter event again (alter event:again)
--    ! correctness, changes-definition: event again is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` EVENT `again`
  ON SCHEDULE AT '2037-01-01 00:00:00'
  ON COMPLETION PRESERVE
DO DELETE FROM t;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. alter event once (alter event:once)
--    ! correctness, changes-definition: event once is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `once`
  DO DELETE FROM t WHERE id > 1;

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. alter event again (alter event:again)
--    ! correctness, changes-definition: event again is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` EVENT `again`
  ON SCHEDULE AT '2020-01-01 00:00:00'
  ON COMPLETION PRESERVE
DO DELETE FROM t;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. alter event once (alter event:once)
--    ! correctness, changes-definition: event once is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `once`
  DO DELETE FROM t;
