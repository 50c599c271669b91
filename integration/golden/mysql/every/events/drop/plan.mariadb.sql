-- drop event:cleared

-- ==== up ====
-- batch

-- 1. drop event cleared (drop event:cleared)
--    ! correctness, drops-event: drops event cleared: what it did from time to time is not done any more
DROP EVENT `cleared`;

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. create event cleared (create event:cleared)
CREATE DEFINER=`root`@`%` EVENT `cleared`
  ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 03:00:00'
DO DELETE FROM log;
