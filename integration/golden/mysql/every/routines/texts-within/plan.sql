-- create event:swept
-- create function:said`so
-- create procedure:every_one
-- create procedure:plain
-- create trigger:corrected
-- create trigger:t

-- ==== up ====
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. create event swept (create event:swept)
CREATE EVENT `swept`
  ON SCHEDULE EVERY 1 DAY STARTS '2037-01-01 00:00:00'
  COMMENT 'DO it''s'
DO DELETE FROM t WHERE `a``b` IN ('it''s', '\\n', _utf8mb4'x');
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 2. create function said`so (create function:said`so)
CREATE FUNCTION `said``so`(`mood` enum('it''s','a)b') CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci)
  RETURNS varchar(90) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci
  DETERMINISTIC
  SQL SECURITY INVOKER
  COMMENT 'what''s
said (\\)'
BEGIN
  -- It's said in "quotes".
  RETURN CONCAT('it''s', "a ""b"" c", 'tab\tslash\\quote\'', HEX(_latin1'é'), LENGTH(_binary'x'), 'a' 'b');
END;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 3. create procedure every_one (create procedure:every_one)
CREATE PROCEDURE `every_one`()
  READS SQL DATA
SELECT `a``b` AS `c``d` FROM t WHERE `a``b` <> 'it''s';
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 4. create procedure plain (create procedure:plain)
CREATE PROCEDURE `plain`()
SELECT id FROM t;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 5. create trigger corrected (create trigger:corrected)
CREATE TRIGGER `corrected` BEFORE INSERT ON `t` FOR EACH ROW
SET NEW.`a``b` = REPLACE(NEW.`a``b`, '\\', '\'');
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 6. create trigger t (create trigger:t)
CREATE TRIGGER `t` BEFORE INSERT ON `t` FOR EACH ROW FOLLOWS `corrected`
SET @`do``ing` = 'it''s';

-- ==== down ====
-- batch

-- 1. drop event swept (drop event:swept)
--    ! correctness, drops-event: drops event swept: what it did from time to time is not done any more
DROP EVENT `swept`;
-- batch

-- 2. drop function said`so (drop function:said`so)
--    ! correctness, drops-used: drops function said`so: whatever uses it fails from then on
DROP FUNCTION `said``so`;
-- batch

-- 3. drop procedure every_one (drop procedure:every_one)
--    ! correctness, drops-used: drops procedure every_one: whatever uses it fails from then on
DROP PROCEDURE `every_one`;
-- batch

-- 4. drop procedure plain (drop procedure:plain)
--    ! correctness, drops-used: drops procedure plain: whatever uses it fails from then on
DROP PROCEDURE `plain`;
-- batch

-- 5. drop trigger t (drop trigger:t)
--    ! correctness, drops-used: drops trigger t: whatever uses it fails from then on
DROP TRIGGER `t`;
-- batch

-- 6. drop trigger corrected (drop trigger:corrected)
--    ! correctness, drops-used: drops trigger corrected: whatever uses it fails from then on
DROP TRIGGER `corrected`;
