-- drop table:users

-- ==== up ====
-- batch

-- 1. drop table users (drop table:users)
--    ! data-loss, drops-table: drops table users with all of its rows [irreversible]
DROP TABLE `users`;

-- The way down does not bring back:
--   drop table:users: drops table users with all of its rows

-- ==== down ====
-- batch

-- 1. create table users (create table:users)
CREATE TABLE `users` (
  `id` int NOT NULL,
  `mail` varchar(40) NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci;
