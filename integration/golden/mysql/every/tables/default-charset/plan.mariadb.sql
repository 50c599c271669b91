-- alter table:users
--   change-character-set character-set: utf8mb4 → latin1
--   change-collation collation: utf8mb4_general_ci → latin1_swedish_ci

-- ==== up ====
-- batch

-- 1. alter table users: change what columns have that name no character set (alter table:users)
ALTER TABLE `users`
  DEFAULT CHARACTER SET=latin1 COLLATE=latin1_swedish_ci,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table users: change what columns have that name no character set (alter table:users)
ALTER TABLE `users`
  DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci,
  ALGORITHM=INSTANT;
