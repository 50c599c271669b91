-- alter table:users
--   rename-column columns.squad: team → squad
--   change-options options:  → key_block_size=4 row_format=COMPRESSED

-- ==== up ====
-- batch

-- 1. alter table users: rename column team to squad (alter table:users)
--    ! correctness, breaks-clients: clients that use column users.team fail once it is called squad
ALTER TABLE `users`
  RENAME COLUMN `team` TO `squad`,
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table users: change key_block_size, change row_format (alter table:users)
--    ! slow, rebuilds-table: builds table users anew in place, because there is no other way to change key_block_size; others can go on reading and writing
ALTER TABLE `users`
  KEY_BLOCK_SIZE=4,
  ROW_FORMAT=COMPRESSED,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table users: rename column squad to team (alter table:users)
--    ! correctness, breaks-clients: clients that use column users.squad fail once it is called team
ALTER TABLE `users`
  RENAME COLUMN `squad` TO `team`,
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table users: change key_block_size, change row_format (alter table:users)
--    ! slow, rebuilds-table: builds table users anew in place, because there is no other way to change key_block_size; others can go on reading and writing
ALTER TABLE `users`
  KEY_BLOCK_SIZE=0,
  ROW_FORMAT=DEFAULT,
  ALGORITHM=INPLACE,
  LOCK=NONE;
