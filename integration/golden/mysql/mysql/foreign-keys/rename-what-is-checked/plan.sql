-- alter table:users
--   rename-column columns.squad: team → squad
--   change-check checks.known: CONSTRAINT `known` CHECK ((`team` > 0)) → CONSTRAINT `known` CHECK ((`squad` > 0))

-- ==== up ====
-- batch

-- 1. alter table users: rename column team to squad (alter table:users)
--    ! correctness, breaks-clients: clients that use column users.team fail once it is called squad
ALTER TABLE `users`
  DROP CONSTRAINT `known`,
  RENAME COLUMN `team` TO `squad`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table users: replace check known (alter table:users)
--    ! correctness, checks-rows: fails when rows of users do not satisfy check known ((`squad` > 0))
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to replace check known: nobody can write to it meanwhile
ALTER TABLE `users`
  ADD CONSTRAINT `known` CHECK ((`squad` > 0)),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table users: rename column squad to team (alter table:users)
--    ! correctness, breaks-clients: clients that use column users.squad fail once it is called team
ALTER TABLE `users`
  DROP CONSTRAINT `known`,
  RENAME COLUMN `squad` TO `team`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table users: replace check known (alter table:users)
--    ! correctness, checks-rows: fails when rows of users do not satisfy check known ((`team` > 0))
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to replace check known: nobody can write to it meanwhile
ALTER TABLE `users`
  ADD CONSTRAINT `known` CHECK ((`team` > 0)),
  ALGORITHM=COPY,
  LOCK=SHARED;
