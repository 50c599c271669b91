-- create table:prices
-- create table:rates

-- ==== up ====
-- batch

-- 1. create table prices (create table:prices)
CREATE TABLE `prices` (
  `id` int(11) NOT NULL,
  `price` int(11) NULL,
  `seen` int(11) NULL WITHOUT SYSTEM VERSIONING,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci WITH SYSTEM VERSIONING;
-- batch

-- 2. create table rates (create table:rates)
CREATE TABLE `rates` (
  `id` int(11) NOT NULL,
  `rate` int(11) NULL,
  `code` int(11) NULL,
  `since` timestamp(6) GENERATED ALWAYS AS ROW START,
  `until` timestamp(6) GENERATED ALWAYS AS ROW END INVISIBLE,
  UNIQUE KEY `code` (`code`),
  PRIMARY KEY (`id`),
  PERIOD FOR SYSTEM_TIME (`since`, `until`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci WITH SYSTEM VERSIONING;

-- ==== down ====
-- batch

-- 1. drop table prices (drop table:prices)
--    ! data-loss, drops-table: drops table prices with all of its rows [irreversible]
DROP TABLE `prices`;
-- batch

-- 2. drop table rates (drop table:rates)
--    ! data-loss, drops-table: drops table rates with all of its rows [irreversible]
DROP TABLE `rates`;
