-- alter event:e
--   change-comment comment: old → new
--   change-body body: DELETE FROM log → UPDATE log SET id = id + 1 WHERE id < 0

-- ==== up ====
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. alter event e (alter event:e)
--    ! correctness, changes-definition: event e is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `e`
  COMMENT 'new'
  DO UPDATE log SET id = id + 1 WHERE id < 0;

-- ==== down ====
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. alter event e (alter event:e)
--    ! correctness, changes-definition: event e is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `e`
  COMMENT 'old'
  DO DELETE FROM log;
