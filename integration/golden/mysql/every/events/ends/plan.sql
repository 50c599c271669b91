-- alter event:e
--   change-ends ends: none → 2036-01-01 00:00:00

-- ==== up ====
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. alter event e (alter event:e)
--    ! correctness, changes-definition: event e is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `e`
  ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 03:00:00' ENDS '2036-01-01 00:00:00'
  ON COMPLETION NOT PRESERVE
  ENABLE;

-- ==== down ====
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. alter event e (alter event:e)
--    ! correctness, changes-definition: event e is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `e`
  ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 03:00:00'
  ON COMPLETION NOT PRESERVE
  ENABLE;
