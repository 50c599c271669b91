-- alter table:teams
--   add-foreign-key foreignKeys.teams_boss: CONSTRAINT `teams_boss` FOREIGN KEY (`boss`) REFERENCES `users` (`id`)
-- create table:teams
-- alter table:users
--   add-foreign-key foreignKeys.users_team: CONSTRAINT `users_team` FOREIGN KEY (`team`) REFERENCES `teams` (`id`)
-- create table:users

-- ==== up ====
-- batch

-- 1. create table teams (create table:teams)
CREATE TABLE `teams` (
  `id` int(11) NOT NULL,
  `boss` int(11) NULL,
  KEY `boss` (`boss`),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci;
-- batch

-- 2. create table users (create table:users)
CREATE TABLE `users` (
  `id` int(11) NOT NULL,
  `team` int(11) NULL,
  PRIMARY KEY (`id`),
  KEY `team` (`team`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci;
-- batch

-- 3. alter table teams: add foreign key teams_boss (alter table:teams)
ALTER TABLE `teams`
  DROP INDEX `boss`,
  ADD KEY `boss` (`boss`),
  ADD CONSTRAINT `teams_boss` FOREIGN KEY (`boss`) REFERENCES `users` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 4. alter table users: add foreign key users_team (alter table:users)
ALTER TABLE `users`
  DROP INDEX `team`,
  ADD KEY `team` (`team`),
  ADD CONSTRAINT `users_team` FOREIGN KEY (`team`) REFERENCES `teams` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table teams: drop foreign key teams_boss (alter table:teams)
ALTER TABLE `teams`
  DROP FOREIGN KEY `teams_boss`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table users: drop foreign key users_team (alter table:users)
ALTER TABLE `users`
  DROP FOREIGN KEY `users_team`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. drop table teams (drop table:teams)
--    ! data-loss, drops-table: drops table teams with all of its rows [irreversible]
DROP TABLE `teams`;
-- batch

-- 4. drop table users (drop table:users)
--    ! data-loss, drops-table: drops table users with all of its rows [irreversible]
DROP TABLE `users`;
