-- create event:come
-- drop event:gone
-- alter event:later
--   change-starts starts: 2030-01-01 03:00:00 → 2030-01-01 04:00:00
-- alter event:moved
--   change-zone zone: +02:00 → -05:00
-- alter event:stays
--   change-body body: DELETE FROM log → DELETE FROM log WHERE id < 5
-- alter event:whenmade
--   change-zone zone: +02:00 → none

-- ==== up ====
-- batch

-- 1. drop event gone (drop event:gone)
--    ! correctness, drops-event: drops event gone: what it did from time to time is not done any more
DROP EVENT `gone`;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION", mysql/time_zone = "-05:00"

-- 2. create event come (create event:come)
CREATE EVENT `come`
  ON SCHEDULE AT '2035-01-01 03:00:00'
DO DELETE FROM log;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION", mysql/time_zone = "+02:00"

-- 3. alter event later (alter event:later)
--    ! correctness, changes-definition: event later is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` EVENT `later`
  ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 04:00:00' ENDS '2031-01-01 03:00:00'
DO DELETE FROM log;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION", mysql/time_zone = "-05:00"

-- 4. alter event moved (alter event:moved)
--    ! correctness, changes-definition: event moved is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` EVENT `moved`
  ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 03:00:00'
DO DELETE FROM log;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION", mysql/time_zone = "+02:00"

-- 5. alter event stays (alter event:stays)
--    ! correctness, changes-definition: event stays is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `stays`
  DO DELETE FROM log WHERE id < 5;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 6. alter event whenmade (alter event:whenmade)
--    ! correctness, changes-definition: event whenmade is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` EVENT `whenmade`
  ON SCHEDULE EVERY 1 DAY
DO DELETE FROM log;

-- ==== down ====
-- batch

-- 1. drop event come (drop event:come)
--    ! correctness, drops-event: drops event come: what it did from time to time is not done any more
DROP EVENT `come`;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION", mysql/time_zone = "+02:00"

-- 2. create event gone (create event:gone)
CREATE DEFINER=`root`@`%` EVENT `gone`
  ON SCHEDULE AT '2035-01-01 03:00:00'
DO DELETE FROM log;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION", mysql/time_zone = "+02:00"

-- 3. alter event later (alter event:later)
--    ! correctness, changes-definition: event later is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` EVENT `later`
  ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 03:00:00' ENDS '2031-01-01 03:00:00'
DO DELETE FROM log;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION", mysql/time_zone = "+02:00"

-- 4. alter event moved (alter event:moved)
--    ! correctness, changes-definition: event moved is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` EVENT `moved`
  ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 03:00:00'
DO DELETE FROM log;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION", mysql/time_zone = "+02:00"

-- 5. alter event stays (alter event:stays)
--    ! correctness, changes-definition: event stays is another one from then on, for whoever uses it
ALTER DEFINER=`root`@`%` EVENT `stays`
  DO DELETE FROM log;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION", mysql/time_zone = "+02:00"

-- 6. alter event whenmade (alter event:whenmade)
--    ! correctness, changes-definition: event whenmade is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` EVENT `whenmade`
  ON SCHEDULE EVERY 1 DAY
DO DELETE FROM log;
