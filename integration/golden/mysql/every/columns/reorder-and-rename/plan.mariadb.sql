-- alter table:t
--   rename-column columns.e: d → e
--   rename-column columns.f: b → f
--   change-column-order columns

-- ==== up ====
-- batch

-- 1. alter table t: rename column d to e, rename column b to f and change column f (alter table:t)
--    ! correctness, breaks-clients: clients that use column t.d fail once it is called e
--    ! correctness, breaks-clients: clients that use column t.b fail once it is called f
ALTER TABLE `t`
  RENAME COLUMN `d` TO `e`,
  CHANGE COLUMN `b` `f` int(11) NULL AFTER `e`,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table t: rename column f to b and change column b, rename column e to d (alter table:t)
--    ! correctness, breaks-clients: clients that use column t.f fail once it is called b
--    ! correctness, breaks-clients: clients that use column t.e fail once it is called d
ALTER TABLE `t`
  CHANGE COLUMN `f` `b` int(11) NULL AFTER `a`,
  RENAME COLUMN `e` TO `d`,
  ALGORITHM=INSTANT;
