-- alter table:users
--   change-foreign-key foreignKeys.users_team: CONSTRAINT `users_team` FOREIGN KEY (`team`) REFERENCES `teams` (`id`) → CONSTRAINT `users_team` FOREIGN KEY (`team`) REFERENCES `teams` (`id`) ON DELETE SET NULL

-- ==== up ====
-- batch

-- 1. alter table users: drop foreign key users_team (alter table:users)
ALTER TABLE `users`
  DROP FOREIGN KEY `users_team`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table users: add foreign key users_team (alter table:users)
--    ! correctness, checks-rows: fails when rows of users do not satisfy foreign key users_team to teams
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to add foreign key users_team: nobody can write to it meanwhile
ALTER TABLE `users`
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

-- 2. alter table users: add foreign key users_team (alter table:users)
--    ! correctness, checks-rows: fails when rows of users do not satisfy foreign key users_team to teams
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to add foreign key users_team: nobody can write to it meanwhile
ALTER TABLE `users`
  DROP INDEX `team`,
  ADD KEY `team` (`team`),
  ADD CONSTRAINT `users_team` FOREIGN KEY (`team`) REFERENCES `teams` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
