-- alter table:users
--   rename-column columns.squad: team → squad
--   change-generated columns.twice.generated: {"as":"(`team` * 2)","stored":false} → {"as":"(`squad` * 2)","stored":false}
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

-- 2. alter table users: rename column team to squad, change column twice, add foreign key users_team (alter table:users)
--    ! correctness, breaks-clients: clients that use column users.team fail once it is called squad
--    ! correctness, checks-rows: fails when rows of users do not satisfy foreign key users_team to teams
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column twice: nobody can write to it meanwhile
ALTER TABLE `users`
  RENAME COLUMN `team` TO `squad`,
  MODIFY COLUMN `twice` int GENERATED ALWAYS AS ((`squad` * 2)) VIRTUAL,
  ADD CONSTRAINT `users_team` FOREIGN KEY (`squad`) REFERENCES `teams` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table users: drop foreign key users_team (alter table:users)
--    ! correctness, unchecked-meanwhile: drops foreign key users_team of users and adds it again once the columns at both ends are changed: rows that break it can be written meanwhile, and then it cannot be added
ALTER TABLE `users`
  DROP FOREIGN KEY `users_team`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table users: rename column squad to team, change column twice, add foreign key users_team (alter table:users)
--    ! correctness, breaks-clients: clients that use column users.squad fail once it is called team
--    ! correctness, checks-rows: fails when rows of users do not satisfy foreign key users_team to teams
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column twice: nobody can write to it meanwhile
ALTER TABLE `users`
  RENAME COLUMN `squad` TO `team`,
  MODIFY COLUMN `twice` int GENERATED ALWAYS AS ((`team` * 2)) VIRTUAL,
  ADD CONSTRAINT `users_team` FOREIGN KEY (`team`) REFERENCES `teams` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
