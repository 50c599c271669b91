-- alter table:users
--   change-default columns.seen.default: none → CURRENT_TIMESTAMP(6)
--   change-on-update columns.seen.onUpdate: none → CURRENT_TIMESTAMP(6)

-- ==== up ====
-- batch

-- 1. alter table users: change column seen (alter table:users)
ALTER TABLE `users`
  MODIFY COLUMN `seen` datetime(6) NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table users: change column seen (alter table:users)
ALTER TABLE `users`
  MODIFY COLUMN `seen` datetime(6) NULL,
  ALGORITHM=INSTANT;
