-- alter table:t
--   rename-column columns.b: a → b

-- ==== up ====
-- batch

-- 1. alter table t: rename column a to b (alter table:t)
--    ! correctness, breaks-clients: clients that use column t.a fail once it is called b
ALTER TABLE `t`
  RENAME COLUMN `a` TO `b`,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table t: rename column b to a (alter table:t)
--    ! correctness, breaks-clients: clients that use column t.b fail once it is called a
ALTER TABLE `t`
  RENAME COLUMN `b` TO `a`,
  ALGORITHM=INSTANT;
