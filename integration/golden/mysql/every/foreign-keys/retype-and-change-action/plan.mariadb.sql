-- alter table:teams
--   change-type columns.id.type: int(11) → bigint(20)
-- alter table:users
--   change-type columns.team.type: int(11) → bigint(20)
--   change-foreign-key foreignKeys.users_team: CONSTRAINT `users_team` FOREIGN KEY (`team`) REFERENCES `teams` (`id`) → CONSTRAINT `users_team` FOREIGN KEY (`team`) REFERENCES `teams` (`id`) ON DELETE SET NULL
--   change-under-foreign-key foreignKeys.users_team

-- ==== up ====
-- batch

-- 1. alter table users: drop foreign key users_team (alter table:users)
ALTER TABLE `users`
  DROP FOREIGN KEY `users_team`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table teams: change column id (alter table:teams)
--    ! blocks-writes, copies-table: copies table teams row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `teams`
  MODIFY COLUMN `id` bigint(20) NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 3. alter table users: change column team, add foreign key users_team (alter table:users)
--    ! correctness, checks-rows: fails when rows of users do not satisfy foreign key users_team to teams
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column team: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `team` bigint(20) NULL,
  DROP INDEX `team`,
  ADD KEY `team` (`team`),
  ADD CONSTRAINT `users_team` FOREIGN KEY (`team`) REFERENCES `teams` (`id`) ON DELETE SET NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table users: drop foreign key users_team (alter table:users)
ALTER TABLE `users`
  DROP FOREIGN KEY `users_team`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table teams: change column id (alter table:teams)
--    ! data-loss, converts-values: changes teams.id from bigint(20) to int(11): values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table teams row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `teams`
  MODIFY COLUMN `id` int(11) NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 3. alter table users: change column team, add foreign key users_team (alter table:users)
--    ! data-loss, converts-values: changes users.team from bigint(20) to int(11): values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! correctness, checks-rows: fails when rows of users do not satisfy foreign key users_team to teams
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column team: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `team` int(11) NULL,
  DROP INDEX `team`,
  ADD KEY `team` (`team`),
  ADD CONSTRAINT `users_team` FOREIGN KEY (`team`) REFERENCES `teams` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
