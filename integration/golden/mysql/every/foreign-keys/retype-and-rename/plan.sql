-- rename table:groups_ from table:teams
-- alter table:groups_
--   rename-column columns.number: id → number
--   change-type columns.number.type: int → bigint
-- alter table:users
--   rename-column columns.group_: team → group_
--   change-type columns.group_.type: int → bigint
--   change-under-foreign-key foreignKeys.users_team

-- ==== up ====
-- batch

-- 1. rename table teams to groups_ (rename table:groups_)
--    ! correctness, breaks-clients: clients that use table teams fail once it is called groups_
ALTER TABLE `teams` RENAME TO `groups_`;
-- batch

-- 2. alter table users: drop foreign key users_team (alter table:users)
--    ! correctness, unchecked-meanwhile: drops foreign key users_team of users and adds it again once the columns at both ends are changed: rows that break it can be written meanwhile, and then it cannot be added
ALTER TABLE `users`
  DROP FOREIGN KEY `users_team`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table groups_: rename column id to number and change column number (alter table:groups_)
--    ! correctness, breaks-clients: clients that use column groups_.id fail once it is called number
--    ! blocks-writes, copies-table: copies table groups_ row by row into a new one, because there is no other way to rename column id to number and change column number: nobody can write to it meanwhile
ALTER TABLE `groups_`
  CHANGE COLUMN `id` `number` bigint NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 4. alter table users: rename column team to group_ and change column group_, add foreign key users_team (alter table:users)
--    ! correctness, breaks-clients: clients that use column users.team fail once it is called group_
--    ! correctness, checks-rows: fails when rows of users do not satisfy foreign key users_team to groups_
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to rename column team to group_ and change column group_: nobody can write to it meanwhile
ALTER TABLE `users`
  CHANGE COLUMN `team` `group_` bigint NULL,
  ADD CONSTRAINT `users_team` FOREIGN KEY (`group_`) REFERENCES `groups_` (`number`),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. rename table groups_ to teams (rename table:teams)
--    ! correctness, breaks-clients: clients that use table groups_ fail once it is called teams
ALTER TABLE `groups_` RENAME TO `teams`;
-- batch

-- 2. alter table users: drop foreign key users_team (alter table:users)
--    ! correctness, unchecked-meanwhile: drops foreign key users_team of users and adds it again once the columns at both ends are changed: rows that break it can be written meanwhile, and then it cannot be added
ALTER TABLE `users`
  DROP FOREIGN KEY `users_team`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table teams: rename column number to id and change column id (alter table:teams)
--    ! correctness, breaks-clients: clients that use column teams.number fail once it is called id
--    ! data-loss, converts-values: changes teams.id from bigint to int: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table teams row by row into a new one, because there is no other way to rename column number to id and change column id: nobody can write to it meanwhile
ALTER TABLE `teams`
  CHANGE COLUMN `number` `id` int NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 4. alter table users: rename column group_ to team and change column team, add foreign key users_team (alter table:users)
--    ! correctness, breaks-clients: clients that use column users.group_ fail once it is called team
--    ! data-loss, converts-values: changes users.team from bigint to int: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! correctness, checks-rows: fails when rows of users do not satisfy foreign key users_team to teams
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to rename column group_ to team and change column team: nobody can write to it meanwhile
ALTER TABLE `users`
  CHANGE COLUMN `group_` `team` int NULL,
  DROP INDEX `team`,
  ADD KEY `team` (`team`),
  ADD CONSTRAINT `users_team` FOREIGN KEY (`team`) REFERENCES `teams` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
