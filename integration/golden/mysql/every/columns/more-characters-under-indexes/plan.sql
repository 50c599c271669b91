-- alter table:beyond
--   change-collation columns.a.collation: utf8mb3_bin → utf8mb4_bin
--   change-character-set columns.a.charset: utf8mb3 → utf8mb4
-- alter table:t
--   change-collation columns.id.collation: utf8mb3_bin → utf8mb4_bin
--   change-character-set columns.id.charset: utf8mb3 → utf8mb4
--   change-collation columns.words.collation: utf8mb3_general_ci → utf8mb4_general_ci
--   change-character-set columns.words.charset: utf8mb3 → utf8mb4
-- alter table:u
--   change-collation columns.a.collation: utf8mb3_bin → utf8mb4_bin
--   change-character-set columns.a.charset: utf8mb3 → utf8mb4

-- ==== up ====
-- batch

-- 1. alter table beyond: change column a (alter table:beyond)
--    ! blocks-writes, copies-table: copies table beyond row by row into a new one, because there is no other way to change column a: nobody can write to it meanwhile
ALTER TABLE `beyond`
  MODIFY COLUMN `a` varchar(70) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 2. alter table t: change column id, change column words (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `id` varchar(20) NOT NULL,
  MODIFY COLUMN `words` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 3. alter table u: change column a (alter table:u)
--    ! blocks-writes, copies-table: copies table u row by row into a new one, because there is no other way to change column a: nobody can write to it meanwhile
ALTER TABLE `u`
  MODIFY COLUMN `a` varchar(20) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table beyond: change column a (alter table:beyond)
--    ! data-loss, converts-values: changes beyond.a from varchar(70) of utf8mb4 to varchar(70) of utf8mb3: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table beyond row by row into a new one, because there is no other way to change column a: nobody can write to it meanwhile
ALTER TABLE `beyond`
  MODIFY COLUMN `a` varchar(70) CHARACTER SET utf8mb3 COLLATE utf8mb3_bin NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 2. alter table t: change column id, change column words (alter table:t)
--    ! data-loss, converts-values: changes t.id from varchar(20) of utf8mb4 to varchar(20) of utf8mb3: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! data-loss, converts-values: changes t.words from varchar(40) of utf8mb4 to varchar(40) of utf8mb3: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `id` varchar(20) CHARACTER SET utf8mb3 COLLATE utf8mb3_bin NOT NULL,
  MODIFY COLUMN `words` varchar(40) CHARACTER SET utf8mb3 COLLATE utf8mb3_general_ci NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 3. alter table u: change column a (alter table:u)
--    ! data-loss, converts-values: changes u.a from varchar(20) of utf8mb4 to varchar(20) of utf8mb3: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table u row by row into a new one, because there is no other way to change column a: nobody can write to it meanwhile
ALTER TABLE `u`
  MODIFY COLUMN `a` varchar(20) CHARACTER SET utf8mb3 COLLATE utf8mb3_bin NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
