-- alter table:teams
--   change-type columns.boss.type: int → bigint
--   change-type columns.id.type: int → bigint
--   change-under-foreign-key foreignKeys.teams_boss
-- alter table:users
--   change-type columns.id.type: int → bigint
--   change-type columns.team.type: int → bigint
--   change-under-foreign-key foreignKeys.users_team

-- ==== up ====
-- batch

-- 1. alter table teams: drop foreign key teams_boss (alter table:teams)
--    ! correctness, unchecked-meanwhile: drops foreign key teams_boss of teams and adds it again once the columns at both ends are changed: rows that break it can be written meanwhile, and then it cannot be added
ALTER TABLE `teams`
  DROP FOREIGN KEY `teams_boss`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table users: drop foreign key users_team (alter table:users)
--    ! correctness, unchecked-meanwhile: drops foreign key users_team of users and adds it again once the columns at both ends are changed: rows that break it can be written meanwhile, and then it cannot be added
ALTER TABLE `users`
  DROP FOREIGN KEY `users_team`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table teams: change column id, change column boss (alter table:teams)
--    ! blocks-writes, copies-table: copies table teams row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `teams`
  MODIFY COLUMN `id` bigint NOT NULL,
  MODIFY COLUMN `boss` bigint NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 4. alter table users: change column id, change column team (alter table:users)
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `id` bigint NOT NULL,
  MODIFY COLUMN `team` bigint NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 5. alter table teams: add foreign key teams_boss (alter table:teams)
--    ! correctness, checks-rows: fails when rows of teams do not satisfy foreign key teams_boss to users
--    ! blocks-writes, copies-table: copies table teams row by row into a new one, because there is no other way to add foreign key teams_boss: nobody can write to it meanwhile
ALTER TABLE `teams`
  DROP INDEX `boss`,
  ADD KEY `boss` (`boss`),
  ADD CONSTRAINT `teams_boss` FOREIGN KEY (`boss`) REFERENCES `users` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 6. alter table users: add foreign key users_team (alter table:users)
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

-- 1. alter table teams: drop foreign key teams_boss (alter table:teams)
--    ! correctness, unchecked-meanwhile: drops foreign key teams_boss of teams and adds it again once the columns at both ends are changed: rows that break it can be written meanwhile, and then it cannot be added
ALTER TABLE `teams`
  DROP FOREIGN KEY `teams_boss`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table users: drop foreign key users_team (alter table:users)
--    ! correctness, unchecked-meanwhile: drops foreign key users_team of users and adds it again once the columns at both ends are changed: rows that break it can be written meanwhile, and then it cannot be added
ALTER TABLE `users`
  DROP FOREIGN KEY `users_team`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table teams: change column id, change column boss (alter table:teams)
--    ! data-loss, converts-values: changes teams.id from bigint to int: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! data-loss, converts-values: changes teams.boss from bigint to int: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table teams row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `teams`
  MODIFY COLUMN `id` int NOT NULL,
  MODIFY COLUMN `boss` int NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 4. alter table users: change column id, change column team (alter table:users)
--    ! data-loss, converts-values: changes users.id from bigint to int: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! data-loss, converts-values: changes users.team from bigint to int: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `id` int NOT NULL,
  MODIFY COLUMN `team` int NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 5. alter table teams: add foreign key teams_boss (alter table:teams)
--    ! correctness, checks-rows: fails when rows of teams do not satisfy foreign key teams_boss to users
--    ! blocks-writes, copies-table: copies table teams row by row into a new one, because there is no other way to add foreign key teams_boss: nobody can write to it meanwhile
ALTER TABLE `teams`
  DROP INDEX `boss`,
  ADD KEY `boss` (`boss`),
  ADD CONSTRAINT `teams_boss` FOREIGN KEY (`boss`) REFERENCES `users` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 6. alter table users: add foreign key users_team (alter table:users)
--    ! correctness, checks-rows: fails when rows of users do not satisfy foreign key users_team to teams
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to add foreign key users_team: nobody can write to it meanwhile
ALTER TABLE `users`
  DROP INDEX `team`,
  ADD KEY `team` (`team`),
  ADD CONSTRAINT `users_team` FOREIGN KEY (`team`) REFERENCES `teams` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
