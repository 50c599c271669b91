-- alter table:t
--   rename-column columns.e: d → e
--   rename-column columns.f: b → f
--   change-column-order columns

-- ==== up ====
-- batch

-- 1. alter table t: rename column d to e, rename column b to f and change column f (alter table:t)
--    ! correctness, breaks-clients: clients that use column t.d fail once it is called e
--    ! correctness, breaks-clients: clients that use column t.b fail once it is called f
--    ! slow, rebuilds-table: builds table t anew in place, because there is no other way to rename column b to f and change column f; others can go on reading and writing
ALTER TABLE `t`
  RENAME COLUMN `d` TO `e`,
  CHANGE COLUMN `b` `f` int NULL AFTER `e`,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table t: rename column f to b and change column b, rename column e to d (alter table:t)
--    ! correctness, breaks-clients: clients that use column t.f fail once it is called b
--    ! correctness, breaks-clients: clients that use column t.e fail once it is called d
--    ! slow, rebuilds-table: builds table t anew in place, because there is no other way to rename column f to b and change column b; others can go on reading and writing
ALTER TABLE `t`
  CHANGE COLUMN `f` `b` int NULL AFTER `a`,
  RENAME COLUMN `e` TO `d`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
