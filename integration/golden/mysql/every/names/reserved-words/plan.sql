-- create procedure:call
-- create table:select
-- create table:table
-- create trigger:trigger
-- create view:view

-- ==== up ====
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. create procedure call (create procedure:call)
CREATE PROCEDURE `call`(IN `in` int)
DELETE FROM `select` WHERE `order` = `in`;
-- batch

-- 2. create table select (create table:select)
CREATE TABLE `select` (
  `order` int NOT NULL,
  `group` varchar(9) NULL,
  KEY `key` (`group`),
  PRIMARY KEY (`order`),
  CONSTRAINT `check` CHECK ((`order` > 0))
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci;
-- batch

-- 3. create table table (create table:table)
CREATE TABLE `table` (
  `from` int NOT NULL,
  `where` int NULL,
  KEY `index` (`where`),
  PRIMARY KEY (`from`),
  CONSTRAINT `foreign` FOREIGN KEY (`where`) REFERENCES `select` (`order`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci;
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 4. create trigger trigger (create trigger:trigger)
CREATE TRIGGER `trigger` BEFORE INSERT ON `table` FOR EACH ROW
SET NEW.`where` = NEW.`from`;
-- batch

-- 5. create view view (create view:view)
CREATE SQL SECURITY DEFINER VIEW `view` (`by`) AS
select `select`.`order` AS `by` from `select`;

-- ==== down ====
-- batch

-- 1. drop procedure call (drop procedure:call)
--    ! correctness, drops-used: drops procedure call: whatever uses it fails from then on
DROP PROCEDURE `call`;
-- batch

-- 2. drop table table (drop table:table)
--    ! data-loss, drops-table: drops table table with all of its rows [irreversible]
DROP TABLE `table`;
-- batch

-- 3. drop view view (drop view:view)
--    ! correctness, drops-used: drops view view: whatever uses it fails from then on
DROP VIEW `view`;
-- batch

-- 4. drop table select (drop table:select)
--    ! data-loss, drops-table: drops table select with all of its rows [irreversible]
DROP TABLE `select`;
