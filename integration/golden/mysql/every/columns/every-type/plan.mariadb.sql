-- create table:things

-- ==== up ====
-- batch

-- 1. create table things (create table:things)
CREATE TABLE `things` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `a` tinyint(1) NULL,
  `b` smallint(5) unsigned zerofill NULL,
  `c` mediumint(9) NULL,
  `d` decimal(12,4) NULL DEFAULT 1.5000,
  `e` float NULL,
  `f` double NULL,
  `g` bit(5) NULL DEFAULT b'101',
  `h` date NULL DEFAULT '2020-01-01',
  `i` time(3) NULL,
  `j` timestamp NULL,
  `k` datetime NULL DEFAULT current_timestamp(),
  `l` year(4) NULL,
  `m` char(3) NULL DEFAULT '',
  `n` varbinary(10) NULL,
  `o` binary(4) NULL,
  `p` tinytext NULL,
  `q` mediumblob NULL,
  `r` longtext NULL,
  `s` set('x','y''z') NULL,
  `t` json NULL,
  `u` varchar(20) NULL DEFAULT 'it''s \\ "so"',
  `v` point NULL,
  `w` int(11) NULL DEFAULT -5,
  `x` varchar(30) NULL DEFAULT concat('a','b'),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci;

-- ==== down ====
-- batch

-- 1. drop table things (drop table:things)
--    ! data-loss, drops-table: drops table things with all of its rows [irreversible]
DROP TABLE `things`;
