-- drop mariadb/package-body:prices
-- drop mariadb/package:prices

-- ==== up ====
-- batch, mysql/sql_mode = "PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ORACLE,NO_KEY_OPTIONS,NO_TABLE_OPTIONS,NO_FIELD_OPTIONS,NO_AUTO_CREATE_USER,SIMULTANEOUS_ASSIGNMENT"

-- 1. drop package body prices (drop mariadb/package-body:prices)
--    ! correctness, drops-used: drops package body prices: whatever uses it fails from then on
DROP PACKAGE BODY `prices`;
-- batch, mysql/sql_mode = "PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ORACLE,NO_KEY_OPTIONS,NO_TABLE_OPTIONS,NO_FIELD_OPTIONS,NO_AUTO_CREATE_USER,SIMULTANEOUS_ASSIGNMENT"

-- 2. drop package prices (drop mariadb/package:prices)
--    ! correctness, drops-used: drops package prices: whatever uses it fails from then on
DROP PACKAGE `prices`;

-- ==== down ====
-- batch, mysql/sql_mode = "PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ORACLE,NO_KEY_OPTIONS,NO_TABLE_OPTIONS,NO_FIELD_OPTIONS,NO_AUTO_CREATE_USER,SIMULTANEOUS_ASSIGNMENT"

-- 1. create package prices (create mariadb/package:prices)
CREATE DEFINER=`root`@`%` PACKAGE `prices`
  COMMENT 'what it''s worth'
AS
  FUNCTION gross(net INT) RETURN INT;
END;
-- batch, mysql/sql_mode = "PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ORACLE,NO_KEY_OPTIONS,NO_TABLE_OPTIONS,NO_FIELD_OPTIONS,NO_AUTO_CREATE_USER,SIMULTANEOUS_ASSIGNMENT"

-- 2. create package body prices (create mariadb/package-body:prices)
CREATE DEFINER=`root`@`%` PACKAGE BODY `prices`
  SQL SECURITY INVOKER
AS
  rate INT := 1;
  -- Nobody else may call it.
  FUNCTION added(net INT) RETURN INT AS part INT := 10; BEGIN RETURN net / part * rate; END;
  FUNCTION gross(net INT) RETURN INT AS BEGIN RETURN net + added(net) + LENGTH('it''s'); END;
BEGIN
  rate := 2;
END;
