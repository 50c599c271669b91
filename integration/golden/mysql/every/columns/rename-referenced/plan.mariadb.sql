-- alter table:teams
--   rename-column columns.number: id → number

-- ==== up ====
-- batch

-- 1. alter table teams: rename column id to number (alter table:teams)
--    ! correctness, breaks-clients: clients that use column teams.id fail once it is called number
ALTER TABLE `teams`
  RENAME COLUMN `id` TO `number`,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table teams: rename column number to id (alter table:teams)
--    ! correctness, breaks-clients: clients that use column teams.number fail once it is called id
ALTER TABLE `teams`
  RENAME COLUMN `number` TO `id`,
  ALGORITHM=INSTANT;
