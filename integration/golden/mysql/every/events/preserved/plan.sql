-- alter event:e
--   change-preserve preserve: none → true

-- ==== up ====
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. alter event e (alter event:e)
ALTER DEFINER=`root`@`%` EVENT `e`
  ON COMPLETION PRESERVE;

-- ==== down ====
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. alter event e (alter event:e)
ALTER DEFINER=`root`@`%` EVENT `e`
  ON COMPLETION NOT PRESERVE;
