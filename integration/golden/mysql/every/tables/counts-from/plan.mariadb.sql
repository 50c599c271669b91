-- create table:new
-- create table:plain

-- ==== up ====
-- batch

-- 1. create table new (create table:new)
CREATE TABLE `new` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(9) NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci AUTO_INCREMENT=18446744073709551000;
-- batch

-- 2. create table plain (create table:plain)
CREATE TABLE `plain` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci;

-- ==== down ====
-- batch

-- 1. drop table new (drop table:new)
--    ! data-loss, drops-table: drops table new with all of its rows [irreversible]
DROP TABLE `new`;
-- batch

-- 2. drop table plain (drop table:plain)
--    ! data-loss, drops-table: drops table plain with all of its rows [irreversible]
DROP TABLE `plain`;
