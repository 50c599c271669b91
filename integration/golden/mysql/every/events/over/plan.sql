-- alter event:again
--   change-schedule schedule: AT '2020-01-01 00:00:00' → AT '2037-01-01 00:00:00'
-- alter event:once
--   change-body body: DELETE FROM t → DELETE FROM t WHERE id > 1

-- ==== up ====
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. alter event again (alter event:again)
--    ! correctness, changes-definition: event again is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `again`
  ON SCHEDULE AT '2037-01-01 00:00:00'
  ON COMPLETION PRESERVE
  ENABLE;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 2. alter event once (alter event:once)
--    ! correctness, changes-definition: event once is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `once`
  DO DELETE FROM t WHERE id > 1;

-- ==== down ====
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. alter event again (alter event:again)
--    ! correctness, changes-definition: event again is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `again`
  ON SCHEDULE AT '2020-01-01 00:00:00'
  ON COMPLETION PRESERVE
  ENABLE;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 2. alter event once (alter event:once)
--    ! correctness, changes-definition: event once is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `once`
  DO DELETE FROM t;
