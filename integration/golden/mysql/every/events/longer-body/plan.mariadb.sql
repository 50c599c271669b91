-- alter event:e
--   change-comment comment: old → new
--   change-body body: DELETE FROM log → UPDATE log SET id = id + 1 WHERE id < 0

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. alter event e (alter event:e)
--    ! correctness, changes-definition: event e is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `e`
  COMMENT 'new'
  DO UPDATE log SET id = id + 1 WHERE id < 0;

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. alter event e (alter event:e)
--    ! correctness, changes-definition: event e is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `e`
  COMMENT 'old'
  DO DELETE FROM log;
