-- alter event:e
--   change-preserve preserve: none → true

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. alter event e (alter event:e)
ALTER DEFINER=`root`@`%` EVENT `e`
  ON COMPLETION PRESERVE;

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. alter event e (alter event:e)
ALTER DEFINER=`root`@`%` EVENT `e`
  ON COMPLETION NOT PRESERVE;
