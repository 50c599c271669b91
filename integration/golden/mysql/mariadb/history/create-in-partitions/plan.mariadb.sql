-- create table:by_itself
-- create table:by_month
-- create table:by_number
-- create table:divided
-- create table:plain

-- ==== up ====
-- batch

-- 1. create table by_itself (create table:by_itself)
CREATE TABLE `by_itself` (
  `id` int(11) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci WITH SYSTEM VERSIONING
PARTITION BY SYSTEM_TIME INTERVAL 7 DAY STARTS TIMESTAMP '2026-01-01 00:00:00' AUTO;
-- batch

-- 2. create table by_month (create table:by_month)
CREATE TABLE `by_month` (
  `id` int(11) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci WITH SYSTEM VERSIONING
PARTITION BY SYSTEM_TIME INTERVAL 1 MONTH STARTS TIMESTAMP '2026-01-01 00:00:00'
(PARTITION `first` HISTORY,
 PARTITION `next` HISTORY COMMENT = 'kept long',
 PARTITION `now` CURRENT);
-- batch

-- 3. create table by_number (create table:by_number)
CREATE TABLE `by_number` (
  `id` int(11) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci WITH SYSTEM VERSIONING
PARTITION BY SYSTEM_TIME LIMIT 1000
(PARTITION `p0` HISTORY,
 PARTITION `p1` HISTORY,
 PARTITION `pn` CURRENT);
-- batch

-- 4. create table divided (create table:divided)
CREATE TABLE `divided` (
  `id` int(11) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci WITH SYSTEM VERSIONING
PARTITION BY SYSTEM_TIME LIMIT 100
SUBPARTITION BY KEY (`id`)
SUBPARTITIONS 2
(PARTITION `past` HISTORY,
 PARTITION `now` CURRENT);
-- batch

-- 5. create table plain (create table:plain)
CREATE TABLE `plain` (
  `id` int(11) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci WITH SYSTEM VERSIONING
PARTITION BY SYSTEM_TIME
(PARTITION `past` HISTORY,
 PARTITION `now` CURRENT);

-- ==== down ====
-- batch

-- 1. drop table by_itself (drop table:by_itself)
--    ! data-loss, drops-table: drops table by_itself with all of its rows [irreversible]
DROP TABLE `by_itself`;
-- batch

-- 2. drop table by_month (drop table:by_month)
--    ! data-loss, drops-table: drops table by_month with all of its rows [irreversible]
DROP TABLE `by_month`;
-- batch

-- 3. drop table by_number (drop table:by_number)
--    ! data-loss, drops-table: drops table by_number with all of its rows [irreversible]
DROP TABLE `by_number`;
-- batch

-- 4. drop table divided (drop table:divided)
--    ! data-loss, drops-table: drops table divided with all of its rows [irreversible]
DROP TABLE `divided`;
-- batch

-- 5. drop table plain (drop table:plain)
--    ! data-loss, drops-table: drops table plain with all of its rows [irreversible]
DROP TABLE `plain`;
