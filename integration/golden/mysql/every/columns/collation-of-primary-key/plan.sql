-- alter table:codes
--   change-collation columns.code.collation: utf8mb4_general_ci → utf8mb4_bin

-- ==== up ====
-- batch

-- 1. alter table codes: change column code (alter table:codes)
--    ! blocks-writes, copies-table: copies table codes row by row into a new one, because there is no other way to change column code: nobody can write to it meanwhile
ALTER TABLE `codes`
  MODIFY COLUMN `code` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table codes: change column code (alter table:codes)
--    ! blocks-writes, copies-table: copies table codes row by row into a new one, because there is no other way to change column code: nobody can write to it meanwhile
ALTER TABLE `codes`
  MODIFY COLUMN `code` varchar(20) NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
