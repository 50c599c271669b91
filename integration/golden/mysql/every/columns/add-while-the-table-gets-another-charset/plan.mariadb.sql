-- alter table:t
--   add-column columns.far: `far` char(3) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci NULL
--   add-column columns.near: `near` char(3) NULL
--   change-type columns.a.type: varchar(10) → varchar(20)
--   change-character-set character-set: utf8mb4 → latin1
--   change-collation collation: utf8mb4_general_ci → latin1_swedish_ci

-- ==== up ====
-- batch

-- 1. alter table t: change column a, add column near, add column far (alter table:t)
ALTER TABLE `t`
  MODIFY COLUMN `a` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci NULL,
  ADD COLUMN `near` char(3) CHARACTER SET latin1 COLLATE latin1_swedish_ci NULL,
  ADD COLUMN `far` char(3) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci NULL,
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table t: change what columns have that name no character set (alter table:t)
ALTER TABLE `t`
  DEFAULT CHARACTER SET=latin1 COLLATE=latin1_swedish_ci,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table t: drop column far, drop column near, change column a, change what columns have that name no character set (alter table:t)
--    ! data-loss, drops-column: drops column t.far with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.near with all of its values [irreversible]
--    ! data-loss, converts-values: changes t.a from varchar(20) of utf8mb4 to varchar(10) of utf8mb4: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column a: nobody can write to it meanwhile
ALTER TABLE `t`
  DROP COLUMN `far`,
  DROP COLUMN `near`,
  MODIFY COLUMN `a` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci NULL,
  DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci,
  ALGORITHM=COPY,
  LOCK=SHARED;
