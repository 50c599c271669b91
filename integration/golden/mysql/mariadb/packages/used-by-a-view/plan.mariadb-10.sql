-- alter mariadb/package-body:prices
--   change-package package: the one that it goes with → another one
-- alter mariadb/package:prices
--   change-comment comment: what it's worth → what it's due
-- create view:w

-- ==== up ====
-- batch, mysql/sql_mode = "PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ORACLE,NO_KEY_OPTIONS,NO_TABLE_OPTIONS,NO_FIELD_OPTIONS,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION,SIMULTANEOUS_ASSIGNMENT"

-- 1. replace package prices (alter mariadb/package:prices)
--    ! correctness, changes-definition: package prices is another one from then on, for whoever uses it
--    ! correctness, leaves-package-empty: package prices has no body until the step that makes it again: whoever calls what lies in it meanwhile fails
CREATE OR REPLACE DEFINER=`root`@`%` PACKAGE `prices`
  COMMENT 'what it''s due'
AS
  FUNCTION gross(net INT) RETURN INT;
END;
-- batch, mysql/sql_mode = "PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ORACLE,NO_KEY_OPTIONS,NO_TABLE_OPTIONS,NO_FIELD_OPTIONS,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION,SIMULTANEOUS_ASSIGNMENT"

-- 2. replace package body prices (alter mariadb/package-body:prices)
--    ! correctness, changes-definition: package body prices is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` PACKAGE BODY `prices`
  SQL SECURITY INVOKER
AS
  rate INT := 1;
  -- Nobody else may call it.
  FUNCTION added(net INT) RETURN INT AS part INT := 10; BEGIN RETURN net / part * rate; END;
  FUNCTION gross(net INT) RETURN INT AS BEGIN RETURN net + added(net) + LENGTH('it''s'); END;
BEGIN
  rate := 2;
END;
-- batch, mysql/sql_mode = "ORACLE"

-- 3. create view w (create view:w)
CREATE SQL SECURITY DEFINER VIEW `w` (`worth`) AS
select `prices`.`gross`(2) AS `worth`;

-- ==== down ====
-- batch

-- 1. drop view w (drop view:w)
--    ! correctness, drops-used: drops view w: whatever uses it fails from then on
DROP VIEW `w`;
-- batch, mysql/sql_mode = "PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ORACLE,NO_KEY_OPTIONS,NO_TABLE_OPTIONS,NO_FIELD_OPTIONS,NO_AUTO_CREATE_USER,SIMULTANEOUS_ASSIGNMENT"

-- 2. replace package prices (alter mariadb/package:prices)
--    ! correctness, changes-definition: package prices is another one from then on, for whoever uses it
--    ! correctness, leaves-package-empty: package prices has no body until the step that makes it again: whoever calls what lies in it meanwhile fails
CREATE OR REPLACE DEFINER=`root`@`%` PACKAGE `prices`
  COMMENT 'what it''s worth'
AS
  FUNCTION gross(net INT) RETURN INT;
END;
-- batch, mysql/sql_mode = "PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ORACLE,NO_KEY_OPTIONS,NO_TABLE_OPTIONS,NO_FIELD_OPTIONS,NO_AUTO_CREATE_USER,SIMULTANEOUS_ASSIGNMENT"

-- 3. replace package body prices (alter mariadb/package-body:prices)
--    ! correctness, changes-definition: package body prices is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` PACKAGE BODY `prices`
  SQL SECURITY INVOKER
AS
  rate INT := 1;
  -- Nobody else may call it.
  FUNCTION added(net INT) RETURN INT AS part INT := 10; BEGIN RETURN net / part * rate; END;
  FUNCTION gross(net INT) RETURN INT AS BEGIN RETURN net + added(net) + LENGTH('it''s'); END;
BEGIN
  rate := 2;
END;
