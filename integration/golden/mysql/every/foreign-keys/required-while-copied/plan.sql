-- alter table:users
--   change-type columns.age.type: int → bigint
--   change-not-null columns.team.notNull: none → true
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

-- 2. alter table users: change column team, change column age, add foreign key users_team (alter table:users)
--    ! correctness, adds-not-null: fails when a row of users has no value in team
--    ! correctness, checks-rows: fails when rows of users do not satisfy foreign key users_team to teams
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column age: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `team` int NOT NULL,
  MODIFY COLUMN `age` bigint NULL,
  DROP INDEX `team`,
  ADD KEY `team` (`team`),
  ADD CONSTRAINT `users_team` FOREIGN KEY (`team`) REFERENCES `teams` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table users: change column team, change column age (alter table:users)
--    ! data-loss, converts-values: changes users.age from bigint to int: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column age: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `team` int NULL,
  MODIFY COLUMN `age` int NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
