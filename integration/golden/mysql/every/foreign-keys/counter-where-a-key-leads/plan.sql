-- alter table:teams
--   change-auto-increment columns.id.autoIncrement: none → true
-- alter table:users
--   change-under-foreign-key foreignKeys.users_team

-- ==== up ====
-- batch

-- 1. alter table users: drop foreign key users_team (alter table:users)
--    ! correctness, unchecked-meanwhile: drops foreign key users_team of users and adds it again once the columns at both ends are changed: rows that break it can be written meanwhile, and then it cannot be added
ALTER TABLE `users`
  DROP FOREIGN KEY `users_team`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION"

-- 2. alter table teams: change column id (alter table:teams)
--    ! blocks-writes, copies-table: copies table teams row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `teams`
  MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 3. alter table users: add foreign key users_team (alter table:users)
--    ! correctness, checks-rows: fails when rows of users do not satisfy foreign key users_team to teams
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to add foreign key users_team: nobody can write to it meanwhile
ALTER TABLE `users`
  DROP INDEX `team`,
  ADD KEY `team` (`team`),
  ADD CONSTRAINT `users_team` FOREIGN KEY (`team`) REFERENCES `teams` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table users: drop foreign key users_team (alter table:users)
--    ! correctness, unchecked-meanwhile: drops foreign key users_team of users and adds it again once the columns at both ends are changed: rows that break it can be written meanwhile, and then it cannot be added
ALTER TABLE `users`
  DROP FOREIGN KEY `users_team`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table teams: change column id (alter table:teams)
--    ! blocks-writes, copies-table: copies table teams row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `teams`
  MODIFY COLUMN `id` int NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 3. alter table users: add foreign key users_team (alter table:users)
--    ! correctness, checks-rows: fails when rows of users do not satisfy foreign key users_team to teams
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to add foreign key users_team: nobody can write to it meanwhile
ALTER TABLE `users`
  DROP INDEX `team`,
  ADD KEY `team` (`team`),
  ADD CONSTRAINT `users_team` FOREIGN KEY (`team`) REFERENCES `teams` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
