-- rename event:new_one from event:old_one
-- alter event:new_one
--   change-status status: none → DISABLE
--   change-body body: DELETE FROM log → DELETE FROM log WHERE id < 5

-- ==== up ====
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. rename event old_one to new_one (rename event:new_one)
ALTER DEFINER=`root`@`%` EVENT `old_one` RENAME TO `new_one`;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 2. alter event new_one (alter event:new_one)
--    ! correctness, changes-definition: event new_one is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `new_one`
  DISABLE
  DO DELETE FROM log WHERE id < 5;

-- ==== down ====
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. rename event new_one to old_one (rename event:old_one)
ALTER DEFINER=`root`@`%` EVENT `new_one` RENAME TO `old_one`;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 2. alter event old_one (alter event:old_one)
--    ! correctness, changes-definition: event old_one is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `old_one`
  ENABLE
  DO DELETE FROM log;
