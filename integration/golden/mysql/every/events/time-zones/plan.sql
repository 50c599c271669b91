-- create event:come
-- drop event:gone
-- alter event:later
--   change-starts starts: 2030-01-01 03:00:00 → 2030-01-01 04:00:00
-- alter event:moved
--   change-zone zone: +02:00 → -05:00
-- alter event:stays
--   change-body body: DELETE FROM log → DELETE FROM log WHERE id < 5
-- replace event:whenmade: it begins to run at other times when it is made

-- ==== up ====
-- batch

-- 1. drop event gone (drop event:gone)
--    ! correctness, drops-event: drops event gone: what it did from time to time is not done any more
DROP EVENT `gone`;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION", mysql/time_zone = "-05:00"

-- 2. create event come (create event:come)
CREATE EVENT `come`
  ON SCHEDULE AT '2035-01-01 03:00:00'
DO DELETE FROM log;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION", mysql/time_zone = "+02:00"

-- 3. alter event later (alter event:later)
--    ! correctness, changes-definition: event later is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `later`
  ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 04:00:00' ENDS '2031-01-01 03:00:00'
  ON COMPLETION NOT PRESERVE
  ENABLE;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION", mysql/time_zone = "-05:00"

-- 4. alter event moved (alter event:moved)
--    ! correctness, changes-definition: event moved is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `moved`
  ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 03:00:00'
  ON COMPLETION NOT PRESERVE
  ENABLE;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION", mysql/time_zone = "+02:00"

-- 5. alter event stays (alter event:stays)
--    ! correctness, changes-definition: event stays is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `stays`
  DO DELETE FROM log WHERE id < 5;
-- batch

-- 6. drop event whenmade (replace event:whenmade)
--    ! correctness, changes-definition: event whenmade is another one from then on, for whoever uses it
--    ! correctness, gone-meanwhile: event whenmade is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP EVENT `whenmade`;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 7. create event whenmade (replace event:whenmade)
CREATE DEFINER=`root`@`%` EVENT `whenmade`
  ON SCHEDULE EVERY 1 DAY
DO DELETE FROM log;

-- ==== down ====
-- batch

-- 1. drop event come (drop event:come)
--    ! correctness, drops-event: drops event come: what it did from time to time is not done any more
DROP EVENT `come`;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION", mysql/time_zone = "+02:00"

-- 2. create event gone (create event:gone)
CREATE DEFINER=`root`@`%` EVENT `gone`
  ON SCHEDULE AT '2035-01-01 03:00:00'
DO DELETE FROM log;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION", mysql/time_zone = "+02:00"

-- 3. alter event later (alter event:later)
--    ! correctness, changes-definition: event later is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `later`
  ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 03:00:00' ENDS '2031-01-01 03:00:00'
  ON COMPLETION NOT PRESERVE
  ENABLE;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION", mysql/time_zone = "+02:00"

-- 4. alter event moved (alter event:moved)
--    ! correctness, changes-definition: event moved is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `moved`
  ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 03:00:00'
  ON COMPLETION NOT PRESERVE
  ENABLE;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION", mysql/time_zone = "+02:00"

-- 5. alter event stays (alter event:stays)
--    ! correctness, changes-definition: event stays is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `stays`
  DO DELETE FROM log;
-- batch

-- 6. drop event whenmade (replace event:whenmade)
--    ! correctness, changes-definition: event whenmade is another one from then on, for whoever uses it
--    ! correctness, gone-meanwhile: event whenmade is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP EVENT `whenmade`;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION", mysql/time_zone = "+02:00"

-- 7. create event whenmade (replace event:whenmade)
CREATE DEFINER=`root`@`%` EVENT `whenmade`
  ON SCHEDULE EVERY 1 DAY
DO DELETE FROM log;
