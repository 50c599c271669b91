-- alter table:t
--   rename-column columns.loud: Loud → loud
--   rename-column columns.name: Name → name
-- alter view:v
--   change-columns columns: Name → name
--   change-query query: select `t`.`Name` AS `Name` from `t` → select `t`.`name` AS `name` from `t`

-- ==== up ====
-- batch

-- 1. alter table t: have it opened anew, as what is computed from a renamed column takes (alter table:t)
ALTER TABLE `t`
  COMMENT='',
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table t: rename column Name to name, rename column Loud to loud (alter table:t)
ALTER TABLE `t`
  RENAME COLUMN `Name` TO `name`,
  RENAME COLUMN `Loud` TO `loud`,
  ALGORITHM=INSTANT;
-- batch

-- 3. change view v (alter view:v)
--    ! correctness, changes-definition: view v is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW `v` (`name`) AS
select `t`.`name` AS `name` from `t`;

-- ==== down ====
-- batch

-- 1. alter table t: have it opened anew, as what is computed from a renamed column takes (alter table:t)
ALTER TABLE `t`
  COMMENT='',
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table t: rename column name to Name, rename column loud to Loud (alter table:t)
ALTER TABLE `t`
  RENAME COLUMN `name` TO `Name`,
  RENAME COLUMN `loud` TO `Loud`,
  ALGORITHM=INSTANT;
-- batch

-- 3. change view v (alter view:v)
--    ! correctness, changes-definition: view v is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW `v` (`Name`) AS
select `t`.`Name` AS `Name` from `t`;
