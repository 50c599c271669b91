-- alter table:users
--   change-default columns.seen.default: none → current_timestamp(6)
--   change-on-update columns.seen.onUpdate: none → current_timestamp(6)

-- ==== up ====
-- batch

-- 1. alter table users: change column seen (alter table:users)
ALTER TABLE `users`
  MODIFY COLUMN `seen` datetime(6) NULL DEFAULT current_timestamp(6) ON UPDATE current_timestamp(6),
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table users: change column seen (alter table:users)
ALTER TABLE `users`
  MODIFY COLUMN `seen` datetime(6) NULL,
  ALGORITHM=INSTANT;
