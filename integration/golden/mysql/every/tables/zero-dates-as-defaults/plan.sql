-- drop table:gone
-- create table:made
-- alter table:posts
--   add-column columns.changed: `changed` datetime NOT NULL DEFAULT '0000-00-00 00:00:00'
--   add-column columns.title: `title` varchar(20) NULL

-- ==== up ====
-- batch

-- 1. drop table gone (drop table:gone)
--    ! data-loss, drops-table: drops table gone with all of its rows [irreversible]
DROP TABLE `gone`;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION"

-- 2. create table made (create table:made)
CREATE TABLE `made` (
  `id` int NOT NULL,
  `at` date NOT NULL DEFAULT '0000-00-00',
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION"

-- 3. alter table posts: add column title, add column changed (alter table:posts)
ALTER TABLE `posts`
  ADD COLUMN `title` varchar(20) NULL,
  ADD COLUMN `changed` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  ALGORITHM=INSTANT;

-- The way down does not bring back:
--   drop table:gone: drops table gone with all of its rows

-- ==== down ====
-- batch

-- 1. drop table made (drop table:made)
--    ! data-loss, drops-table: drops table made with all of its rows [irreversible]
DROP TABLE `made`;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION"

-- 2. create table gone (create table:gone)
CREATE TABLE `gone` (
  `id` int NOT NULL,
  `at` date NOT NULL DEFAULT '0000-00-00',
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION"

-- 3. alter table posts: drop column changed, drop column title (alter table:posts)
--    ! data-loss, drops-column: drops column posts.changed with all of its values [irreversible]
--    ! data-loss, drops-column: drops column posts.title with all of its values [irreversible]
ALTER TABLE `posts`
  DROP COLUMN `changed`,
  DROP COLUMN `title`,
  ALGORITHM=INSTANT;
