-- alter table:users
--   change-type columns.age.type: int(11) → bigint(20)
--   change-not-null columns.team.notNull: none → true

-- ==== up ====
-- batch

-- 1. alter table users: change column team, change column age (alter table:users)
--    ! correctness, adds-not-null: fails when a row of users has no value in team
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column age: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `team` int(11) NOT NULL,
  MODIFY COLUMN `age` bigint(20) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table users: change column team, change column age (alter table:users)
--    ! data-loss, converts-values: changes users.age from bigint(20) to int(11): values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column age: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `team` int(11) NULL,
  MODIFY COLUMN `age` int(11) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
