-- create function:outer_one
-- create mariadb/package-body:neighbours
-- create mariadb/package-body:prices
-- create mariadb/package:neighbours
-- create mariadb/package:prices
-- create table:t
-- create trigger:t_in

-- ==== up ====
-- batch, mysql/sql_mode = "PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ORACLE,NO_KEY_OPTIONS,NO_TABLE_OPTIONS,NO_FIELD_OPTIONS,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION,SIMULTANEOUS_ASSIGNMENT"

-- 1. create function outer_one (create function:outer_one)
CREATE FUNCTION `outer_one`(`a` int(11))
  RETURN int(11)
AS BEGIN RETURN prices.gross(a); END;
-- batch, mysql/sql_mode = "PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ORACLE,NO_KEY_OPTIONS,NO_TABLE_OPTIONS,NO_FIELD_OPTIONS,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION,SIMULTANEOUS_ASSIGNMENT"

-- 2. create package neighbours (create mariadb/package:neighbours)
CREATE PACKAGE `neighbours`
AS FUNCTION one RETURN INT; END;
-- batch, mysql/sql_mode = "PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ORACLE,NO_KEY_OPTIONS,NO_TABLE_OPTIONS,NO_FIELD_OPTIONS,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION,SIMULTANEOUS_ASSIGNMENT"

-- 3. create package body neighbours (create mariadb/package-body:neighbours)
CREATE PACKAGE BODY `neighbours`
AS FUNCTION one RETURN INT AS BEGIN RETURN prices.gross(0); END; END;
-- batch, mysql/sql_mode = "PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ORACLE,NO_KEY_OPTIONS,NO_TABLE_OPTIONS,NO_FIELD_OPTIONS,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION,SIMULTANEOUS_ASSIGNMENT"

-- 4. create package prices (create mariadb/package:prices)
CREATE PACKAGE `prices`
  COMMENT 'what it''s worth'
AS
  FUNCTION gross(net INT) RETURN INT;
END;
-- batch, mysql/sql_mode = "PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ORACLE,NO_KEY_OPTIONS,NO_TABLE_OPTIONS,NO_FIELD_OPTIONS,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION,SIMULTANEOUS_ASSIGNMENT"

-- 5. create package body prices (create mariadb/package-body:prices)
CREATE PACKAGE BODY `prices`
AS
  FUNCTION gross(net INT) RETURN INT AS BEGIN RETURN CASE WHEN net > 0 THEN outer_one(net - 1) + neighbours.one() END; END;
END;
-- batch

-- 6. create table t (create table:t)
CREATE TABLE `t` (
  `id` int(11) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci;
-- batch, mysql/sql_mode = "PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ORACLE,NO_KEY_OPTIONS,NO_TABLE_OPTIONS,NO_FIELD_OPTIONS,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION,SIMULTANEOUS_ASSIGNMENT"

-- 7. create trigger t_in (create trigger:t_in)
CREATE TRIGGER `t_in` BEFORE INSERT ON `t` FOR EACH ROW
BEGIN :NEW.id := :NEW.id + prices.gross(0); END;

-- ==== down ====
-- batch

-- 1. drop function outer_one (drop function:outer_one)
--    ! correctness, drops-used: drops function outer_one: whatever uses it fails from then on
DROP FUNCTION `outer_one`;
-- batch, mysql/sql_mode = "PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ORACLE,NO_KEY_OPTIONS,NO_TABLE_OPTIONS,NO_FIELD_OPTIONS,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION,SIMULTANEOUS_ASSIGNMENT"

-- 2. drop package body neighbours (drop mariadb/package-body:neighbours)
--    ! correctness, drops-used: drops package body neighbours: whatever uses it fails from then on
DROP PACKAGE BODY `neighbours`;
-- batch, mysql/sql_mode = "PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ORACLE,NO_KEY_OPTIONS,NO_TABLE_OPTIONS,NO_FIELD_OPTIONS,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION,SIMULTANEOUS_ASSIGNMENT"

-- 3. drop package body prices (drop mariadb/package-body:prices)
--    ! correctness, drops-used: drops package body prices: whatever uses it fails from then on
DROP PACKAGE BODY `prices`;
-- batch, mysql/sql_mode = "PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ORACLE,NO_KEY_OPTIONS,NO_TABLE_OPTIONS,NO_FIELD_OPTIONS,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION,SIMULTANEOUS_ASSIGNMENT"

-- 4. drop package neighbours (drop mariadb/package:neighbours)
--    ! correctness, drops-used: drops package neighbours: whatever uses it fails from then on
DROP PACKAGE `neighbours`;
-- batch, mysql/sql_mode = "PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ORACLE,NO_KEY_OPTIONS,NO_TABLE_OPTIONS,NO_FIELD_OPTIONS,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION,SIMULTANEOUS_ASSIGNMENT"

-- 5. drop package prices (drop mariadb/package:prices)
--    ! correctness, drops-used: drops package prices: whatever uses it fails from then on
DROP PACKAGE `prices`;
-- batch

-- 6. drop table t (drop table:t)
--    ! data-loss, drops-table: drops table t with all of its rows [irreversible]
DROP TABLE `t`;
