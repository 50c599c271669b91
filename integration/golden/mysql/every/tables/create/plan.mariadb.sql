-- create table:users

-- ==== up ====
-- batch

-- 1. create table users (create table:users)
CREATE TABLE `users` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `mail` varchar(40) NOT NULL,
  `note` text NULL,
  KEY `by_note` (`note`(20)),
  UNIQUE KEY `mail` (`mail`),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='who''s who';

-- ==== down ====
-- batch

-- 1. drop table users (drop table:users)
--    ! data-loss, drops-table: drops table users with all of its rows [irreversible]
DROP TABLE `users`;
