-- create event:enable
-- create event:hourly
-- create event:nightly

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. create event enable (create event:enable)
CREATE EVENT `enable`
  ON SCHEDULE AT '2035-01-01 00:00:00'
DO DELETE FROM log;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. create event hourly (create event:hourly)
CREATE EVENT `hourly`
  ON SCHEDULE EVERY '1:30' HOUR_MINUTE
  DISABLE
DO BEGIN
  DELETE FROM log WHERE id < 5;
  DELETE FROM log WHERE id > 50;
END;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 3. create event nightly (create event:nightly)
CREATE EVENT `nightly`
  ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 03:00:00' ENDS '2035-01-01 03:00:00'
  ON COMPLETION PRESERVE
  COMMENT 'every night'
DO DELETE FROM log;

-- ==== down ====
-- batch

-- 1. drop event enable (drop event:enable)
--    ! correctness, drops-event: drops event enable: what it did from time to time is not done any more
DROP EVENT `enable`;
-- batch

-- 2. drop event hourly (drop event:hourly)
--    ! correctness, drops-event: drops event hourly: what it did from time to time is not done any more
DROP EVENT `hourly`;
-- batch

-- 3. drop event nightly (drop event:nightly)
--    ! correctness, drops-event: drops event nightly: what it did from time to time is not done any more
DROP EVENT `nightly`;
