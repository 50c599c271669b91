-- alter table:c
--   rename-column columns.b: a → b
--   drop-index indexes.a: KEY `a` (`b`)
--   add-index indexes.b: KEY `b` (`b`)

-- ==== up ====
-- batch

-- 1. alter table c: rename column a to b (alter table:c)
--    ! correctness, breaks-clients: clients that use column c.a fail once it is called b
ALTER TABLE `c`
  RENAME COLUMN `a` TO `b`,
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table c: rename index a to b (alter table:c)
ALTER TABLE `c`
  RENAME INDEX `a` TO `b`,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table c: rename column b to a (alter table:c)
--    ! correctness, breaks-clients: clients that use column c.b fail once it is called a
ALTER TABLE `c`
  RENAME COLUMN `b` TO `a`,
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table c: rename index b to a (alter table:c)
ALTER TABLE `c`
  RENAME INDEX `b` TO `a`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
