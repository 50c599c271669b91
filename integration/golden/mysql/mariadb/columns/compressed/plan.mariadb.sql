-- alter table:t
--   change-type columns.a.type: varchar(100) → varchar(100) /*M!100301 COMPRESSED*/
--   change-type columns.b.type: text → text /*M!100301 COMPRESSED*/
--   change-type columns.c.type: varchar(100) /*M!100301 COMPRESSED*/ → varchar(100)

-- ==== up ====
-- batch

-- 1. alter table t: change column a, change column b, change column c (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column a: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `a` varchar(100) /*M!100301 COMPRESSED*/ NULL,
  MODIFY COLUMN `b` text /*M!100301 COMPRESSED*/ NULL,
  MODIFY COLUMN `c` varchar(100) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table t: change column a, change column b, change column c (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column a: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `a` varchar(100) NULL,
  MODIFY COLUMN `b` text NULL,
  MODIFY COLUMN `c` varchar(100) /*M!100301 COMPRESSED*/ NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
