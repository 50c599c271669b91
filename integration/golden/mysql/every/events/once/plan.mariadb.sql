-- create event:once

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. create event once (create event:once)
CREATE EVENT `once`
  ON SCHEDULE AT '2035-06-01 12:00:00'
  ON COMPLETION PRESERVE
  DISABLE
  COMMENT 'it''s once'
DO DELETE FROM log;

-- ==== down ====
-- batch

-- 1. drop event once (drop event:once)
--    ! correctness, drops-event: drops event once: what it did from time to time is not done any more
DROP EVENT `once`;
