-- rename event:cleaned from event:cleared
-- alter event:cleaned
--   change-status status: none → DISABLE

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. rename event cleared to cleaned (rename event:cleaned)
ALTER DEFINER=`root`@`%` EVENT `cleared` RENAME TO `cleaned`;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. alter event cleaned (alter event:cleaned)
ALTER DEFINER=`root`@`%` EVENT `cleaned`
  DISABLE;

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. rename event cleaned to cleared (rename event:cleared)
ALTER DEFINER=`root`@`%` EVENT `cleaned` RENAME TO `cleared`;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. alter event cleared (alter event:cleared)
ALTER DEFINER=`root`@`%` EVENT `cleared`
  ENABLE;
