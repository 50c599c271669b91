-- create table:rates
-- create table:stays

-- ==== up ====
-- batch

-- 1. create table rates (create table:rates)
CREATE TABLE `rates` (
  `id` int(11) NOT NULL,
  `starts` datetime(3) NOT NULL,
  `ends` datetime(3) NOT NULL,
  `seen` timestamp(6) GENERATED ALWAYS AS ROW START,
  `gone` timestamp(6) GENERATED ALWAYS AS ROW END,
  UNIQUE KEY `one_rate` (`id`, `valid` WITHOUT OVERLAPS),
  PERIOD FOR `valid` (`starts`, `ends`),
  PERIOD FOR SYSTEM_TIME (`seen`, `gone`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci WITH SYSTEM VERSIONING;
-- batch

-- 2. create table stays (create table:stays)
CREATE TABLE `stays` (
  `room` int(11) NOT NULL,
  `guest` varchar(20) NULL,
  `since` date NOT NULL,
  `until` date NOT NULL,
  UNIQUE KEY `one_bed` (`guest`, `stay` WITHOUT OVERLAPS),
  PRIMARY KEY (`room`, `stay` WITHOUT OVERLAPS),
  CONSTRAINT `ahead` CHECK (`since` < `until`),
  PERIOD FOR `stay` (`since`, `until`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci;

-- ==== down ====
-- batch

-- 1. drop table rates (drop table:rates)
--    ! data-loss, drops-table: drops table rates with all of its rows [irreversible]
DROP TABLE `rates`;
-- batch

-- 2. drop table stays (drop table:stays)
--    ! data-loss, drops-table: drops table stays with all of its rows [irreversible]
DROP TABLE `stays`;
