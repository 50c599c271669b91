-- create table:b
-- drop table:z

-- ==== up ====
-- batch

-- 1. drop table z (drop table:z)
--    ! data-loss, drops-table: drops table z with all of its rows [irreversible]
DROP TABLE `z`;
-- batch

-- 2. create table b (create table:b)
CREATE TABLE `b` (
  `id` int(11) NOT NULL,
  `p` int(11) NULL,
  KEY `p` (`p`),
  PRIMARY KEY (`id`),
  CONSTRAINT `k` FOREIGN KEY (`p`) REFERENCES `p` (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci;

-- The way down does not bring back:
--   drop table:z: drops table z with all of its rows

-- ==== down ====
-- batch

-- 1. drop table b (drop table:b)
--    ! data-loss, drops-table: drops table b with all of its rows [irreversible]
DROP TABLE `b`;
-- batch

-- 2. create table z (create table:z)
CREATE TABLE `z` (
  `id` int(11) NOT NULL,
  `p` int(11) NULL,
  KEY `p` (`p`),
  PRIMARY KEY (`id`),
  CONSTRAINT `k` FOREIGN KEY (`p`) REFERENCES `p` (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci;
