-- alter table:t
--   change-collation columns.a.collation: latin1_swedish_ci → utf8mb4_uca1400_ai_ci
--   change-character-set columns.a.charset: latin1 → utf8mb4
--   change-collation columns.b.collation: latin1_swedish_ci → utf8mb4_uca1400_ai_ci
--   change-character-set columns.b.charset: latin1 → utf8mb4
--   change-collation columns.c.collation: latin1_swedish_ci → utf8mb4_uca1400_ai_ci
--   change-character-set columns.c.charset: latin1 → utf8mb4
--   change-character-set character-set: latin1 → utf8mb4
--   change-collation collation: latin1_swedish_ci → utf8mb4_uca1400_ai_ci

-- ==== up ====
-- batch

-- 1. alter table t: change column a, change column b, change column c, change what columns have that name no character set (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column a: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `a` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci NULL,
  MODIFY COLUMN `b` text CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci NULL,
  MODIFY COLUMN `c` enum('x','é') CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci NULL,
  DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table t: change column a, change column b, change column c, change what columns have that name no character set (alter table:t)
--    ! data-loss, converts-values: changes t.a from varchar(20) of utf8mb4 to varchar(20) of latin1: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! data-loss, converts-values: changes t.b from text of utf8mb4 to text of latin1: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! data-loss, converts-values: changes t.c from enum('x','é') of utf8mb4 to enum('x','é') of latin1: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column a: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `a` varchar(20) CHARACTER SET latin1 COLLATE latin1_swedish_ci NULL,
  MODIFY COLUMN `b` text CHARACTER SET latin1 COLLATE latin1_swedish_ci NULL,
  MODIFY COLUMN `c` enum('x','é') CHARACTER SET latin1 COLLATE latin1_swedish_ci NULL,
  DEFAULT CHARACTER SET=latin1 COLLATE=latin1_swedish_ci,
  ALGORITHM=COPY,
  LOCK=SHARED;
