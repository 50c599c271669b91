-- alter table:teams
--   change-collation columns.id.collation: utf8mb4_general_ci → latin1_swedish_ci
--   change-character-set columns.id.charset: utf8mb4 → latin1
-- alter table:users
--   change-collation columns.team.collation: utf8mb4_general_ci → latin1_swedish_ci
--   change-character-set columns.team.charset: utf8mb4 → latin1
--   change-under-foreign-key foreignKeys.users_team

-- ==== up ====
-- batch

-- 1. alter table users: drop foreign key users_team (alter table:users)
--    ! correctness, unchecked-meanwhile: drops foreign key users_team of users and adds it again once the columns at both ends are changed: rows that break it can be written meanwhile, and then it cannot be added
ALTER TABLE `users`
  DROP FOREIGN KEY `users_team`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table teams: change column id (alter table:teams)
--    ! data-loss, converts-values: changes teams.id from varchar(20) of utf8mb4 to varchar(20) of latin1: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table teams row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `teams`
  MODIFY COLUMN `id` varchar(20) CHARACTER SET latin1 COLLATE latin1_swedish_ci NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 3. alter table users: change column team, add foreign key users_team (alter table:users)
--    ! data-loss, converts-values: changes users.team from varchar(20) of utf8mb4 to varchar(20) of latin1: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! correctness, checks-rows: fails when rows of users do not satisfy foreign key users_team to teams
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column team: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `team` varchar(20) CHARACTER SET latin1 COLLATE latin1_swedish_ci NULL,
  DROP INDEX `team`,
  ADD KEY `team` (`team`),
  ADD CONSTRAINT `users_team` FOREIGN KEY (`team`) REFERENCES `teams` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- The way down does not bring back:
--   alter table:teams: changes teams.id from varchar(20) of utf8mb4 to varchar(20) of latin1: values that do not fit make it fail, and others may be rounded or read differently
--   alter table:users: changes users.team from varchar(20) of utf8mb4 to varchar(20) of latin1: values that do not fit make it fail, and others may be rounded or read differently

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
  MODIFY COLUMN `id` varchar(20) NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 3. alter table users: change column team, add foreign key users_team (alter table:users)
--    ! correctness, checks-rows: fails when rows of users do not satisfy foreign key users_team to teams
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column team: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `team` varchar(20) NULL,
  DROP INDEX `team`,
  ADD KEY `team` (`team`),
  ADD CONSTRAINT `users_team` FOREIGN KEY (`team`) REFERENCES `teams` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
