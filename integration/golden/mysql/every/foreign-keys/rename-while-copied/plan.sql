-- alter table:teams
--   rename-column columns.number: id → number
--   change-type columns.size.type: int → bigint
-- alter table:users
--   rename-column columns.squad: team → squad
--   change-type columns.age.type: int → bigint
--   change-comment columns.squad.comment: none → renamed

-- ==== up ====
-- batch

-- 1. alter table teams: rename column id to number (alter table:teams)
--    ! correctness, breaks-clients: clients that use column teams.id fail once it is called number
ALTER TABLE `teams`
  RENAME COLUMN `id` TO `number`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table teams: change column size (alter table:teams)
--    ! blocks-writes, copies-table: copies table teams row by row into a new one, because there is no other way to change column size: nobody can write to it meanwhile
ALTER TABLE `teams`
  MODIFY COLUMN `size` bigint NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 3. alter table users: rename column team to squad (alter table:users)
--    ! correctness, breaks-clients: clients that use column users.team fail once it is called squad
ALTER TABLE `users`
  RENAME COLUMN `team` TO `squad`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 4. alter table users: change column squad, change column age (alter table:users)
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column age: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `squad` int NULL COMMENT 'renamed',
  MODIFY COLUMN `age` bigint NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table teams: rename column number to id (alter table:teams)
--    ! correctness, breaks-clients: clients that use column teams.number fail once it is called id
ALTER TABLE `teams`
  RENAME COLUMN `number` TO `id`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table teams: change column size (alter table:teams)
--    ! data-loss, converts-values: changes teams.size from bigint to int: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table teams row by row into a new one, because there is no other way to change column size: nobody can write to it meanwhile
ALTER TABLE `teams`
  MODIFY COLUMN `size` int NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 3. alter table users: rename column squad to team (alter table:users)
--    ! correctness, breaks-clients: clients that use column users.squad fail once it is called team
ALTER TABLE `users`
  RENAME COLUMN `squad` TO `team`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 4. alter table users: change column team, change column age (alter table:users)
--    ! data-loss, converts-values: changes users.age from bigint to int: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column age: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `team` int NULL,
  MODIFY COLUMN `age` int NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
