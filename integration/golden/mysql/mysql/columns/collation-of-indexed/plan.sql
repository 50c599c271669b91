-- alter table:users
--   change-collation columns.mail.collation: utf8mb4_general_ci → utf8mb4_bin

-- ==== up ====
-- batch

-- 1. alter table users: change column mail (alter table:users)
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column mail: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `mail` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table users: change column mail (alter table:users)
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column mail: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `mail` varchar(40) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
