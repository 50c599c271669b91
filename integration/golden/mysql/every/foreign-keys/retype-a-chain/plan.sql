-- alter table:parts
--   change-type columns.id.type: int → bigint unsigned
-- alter table:teams
--   change-type columns.id.type: int → bigint unsigned
--   change-type columns.part.type: int → bigint unsigned
--   change-under-foreign-key foreignKeys.teams_part
-- alter table:users
--   change-type columns.id.type: int → bigint unsigned
--   change-type columns.team.type: int → bigint unsigned
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

-- 2. alter table teams: drop foreign key teams_part (alter table:teams)
--    ! correctness, unchecked-meanwhile: drops foreign key teams_part of teams and adds it again once the columns at both ends are changed: rows that break it can be written meanwhile, and then it cannot be added
ALTER TABLE `teams`
  DROP FOREIGN KEY `teams_part`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table parts: change column id (alter table:parts)
--    ! data-loss, converts-values: changes parts.id from int to bigint unsigned: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table parts row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `parts`
  MODIFY COLUMN `id` bigint unsigned NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 4. alter table teams: change column id, change column part, add foreign key teams_part (alter table:teams)
--    ! data-loss, converts-values: changes teams.id from int to bigint unsigned: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! data-loss, converts-values: changes teams.part from int to bigint unsigned: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! correctness, checks-rows: fails when rows of teams do not satisfy foreign key teams_part to parts
--    ! blocks-writes, copies-table: copies table teams row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `teams`
  MODIFY COLUMN `id` bigint unsigned NOT NULL,
  MODIFY COLUMN `part` bigint unsigned NULL,
  DROP INDEX `part`,
  ADD KEY `part` (`part`),
  ADD CONSTRAINT `teams_part` FOREIGN KEY (`part`) REFERENCES `parts` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 5. alter table users: change column id, change column team (alter table:users)
--    ! data-loss, converts-values: changes users.id from int to bigint unsigned: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! data-loss, converts-values: changes users.team from int to bigint unsigned: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `id` bigint unsigned NOT NULL,
  MODIFY COLUMN `team` bigint unsigned NULL,
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

-- The way down does not bring back:
--   alter table:parts: changes parts.id from int to bigint unsigned: values that do not fit make it fail, and others may be rounded or read differently
--   alter table:teams: changes teams.id from int to bigint unsigned: values that do not fit make it fail, and others may be rounded or read differently
--   alter table:teams: changes teams.part from int to bigint unsigned: values that do not fit make it fail, and others may be rounded or read differently
--   alter table:users: changes users.id from int to bigint unsigned: values that do not fit make it fail, and others may be rounded or read differently
--   alter table:users: changes users.team from int to bigint unsigned: values that do not fit make it fail, and others may be rounded or read differently

-- ==== down ====
-- batch

-- 1. alter table users: drop foreign key users_team (alter table:users)
--    ! correctness, unchecked-meanwhile: drops foreign key users_team of users and adds it again once the columns at both ends are changed: rows that break it can be written meanwhile, and then it cannot be added
ALTER TABLE `users`
  DROP FOREIGN KEY `users_team`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table teams: drop foreign key teams_part (alter table:teams)
--    ! correctness, unchecked-meanwhile: drops foreign key teams_part of teams and adds it again once the columns at both ends are changed: rows that break it can be written meanwhile, and then it cannot be added
ALTER TABLE `teams`
  DROP FOREIGN KEY `teams_part`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table parts: change column id (alter table:parts)
--    ! data-loss, converts-values: changes parts.id from bigint unsigned to int: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table parts row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `parts`
  MODIFY COLUMN `id` int NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 4. alter table teams: change column id, change column part, add foreign key teams_part (alter table:teams)
--    ! data-loss, converts-values: changes teams.id from bigint unsigned to int: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! data-loss, converts-values: changes teams.part from bigint unsigned to int: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! correctness, checks-rows: fails when rows of teams do not satisfy foreign key teams_part to parts
--    ! blocks-writes, copies-table: copies table teams row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `teams`
  MODIFY COLUMN `id` int NOT NULL,
  MODIFY COLUMN `part` int NULL,
  DROP INDEX `part`,
  ADD KEY `part` (`part`),
  ADD CONSTRAINT `teams_part` FOREIGN KEY (`part`) REFERENCES `parts` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 5. alter table users: change column id, change column team (alter table:users)
--    ! data-loss, converts-values: changes users.id from bigint unsigned to int: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! data-loss, converts-values: changes users.team from bigint unsigned to int: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `id` int NOT NULL,
  MODIFY COLUMN `team` int NULL,
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
