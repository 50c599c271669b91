-- alter table:users
--   rename-column columns.squad: team → squad
--   drop-index indexes.users_team: KEY `users_team` (`squad`)
--   add-index indexes.by_squad: KEY `by_squad` (`squad`, `id`)

-- ==== up ====
-- batch

-- 1. alter table users: rename column team to squad (alter table:users)
--    ! correctness, breaks-clients: clients that use column users.team fail once it is called squad
ALTER TABLE `users`
  RENAME COLUMN `team` TO `squad`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table users: drop index users_team, add index by_squad (alter table:users)
ALTER TABLE `users`
  DROP INDEX `users_team`,
  ADD KEY `by_squad` (`squad`, `id`),
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table users: rename column squad to team (alter table:users)
--    ! correctness, breaks-clients: clients that use column users.squad fail once it is called team
ALTER TABLE `users`
  RENAME COLUMN `squad` TO `team`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table users: drop index by_squad, add index users_team (alter table:users)
ALTER TABLE `users`
  DROP INDEX `by_squad`,
  ADD KEY `users_team` (`team`),
  ALGORITHM=INPLACE,
  LOCK=NONE;
