-- alter table:users
--   change-collation columns.role.collation: utf8mb4_general_ci → utf8mb4_bin

-- ==== up ====
-- batch

-- 1. alter table users: change column role (alter table:users)
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column role: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `role` enum('admin','guest') CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table users: change column role (alter table:users)
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column role: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `role` enum('admin','guest') NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
