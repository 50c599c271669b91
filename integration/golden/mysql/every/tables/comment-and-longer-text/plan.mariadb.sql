-- alter table:t
--   change-type columns.a.type: varchar(10) → varchar(20)
--   drop-index indexes.b: KEY `b` (`b`)
--   add-index indexes.c: KEY `c` (`b`)
--   change-comment comment: old → new

-- ==== up ====
-- batch

-- 1. alter table t: change column a (alter table:t)
ALTER TABLE `t`
  MODIFY COLUMN `a` varchar(20) NULL,
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table t: rename index b to c (alter table:t)
ALTER TABLE `t`
  RENAME INDEX `b` TO `c`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table t: change the comment (alter table:t)
ALTER TABLE `t`
  COMMENT='new',
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table t: change column a, rename index c to b, change the comment (alter table:t)
--    ! data-loss, converts-values: changes t.a from varchar(20) of utf8mb4 to varchar(10) of utf8mb4: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column a: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `a` varchar(10) NULL,
  RENAME INDEX `c` TO `b`,
  COMMENT='old',
  ALGORITHM=COPY,
  LOCK=SHARED;
