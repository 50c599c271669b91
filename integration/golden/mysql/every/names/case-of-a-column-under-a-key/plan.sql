-- alter table:p
--   rename-column columns.id: Id → id
-- alter table:t
--   rename-column columns.p: P → p

-- ==== up ====
-- batch

-- 1. alter table p: rename column Id to id (alter table:p)
ALTER TABLE `p`
  RENAME COLUMN `Id` TO `id`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table t: rename column P to p (alter table:t)
ALTER TABLE `t`
  RENAME COLUMN `P` TO `p`,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table p: rename column id to Id (alter table:p)
ALTER TABLE `p`
  RENAME COLUMN `id` TO `Id`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table t: rename column p to P (alter table:t)
ALTER TABLE `t`
  RENAME COLUMN `p` TO `P`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
