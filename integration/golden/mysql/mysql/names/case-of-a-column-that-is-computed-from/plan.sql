-- alter table:t
--   rename-column columns.loud: Loud → loud
--   rename-column columns.name: Name → name
--   change-generated columns.loud.generated: {"as":"upper(`Name`)","stored":false} → {"as":"upper(`name`)","stored":false}
-- alter view:v
--   change-columns columns: Name → name
--   change-query query: select `t`.`Name` AS `Name` from `t` → select `t`.`name` AS `name` from `t`

-- ==== up ====
-- batch

-- 1. alter table t: rename column Name to name, rename column Loud to loud and change column loud (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to rename column Loud to loud and change column loud: nobody can write to it meanwhile
ALTER TABLE `t`
  RENAME COLUMN `Name` TO `name`,
  CHANGE COLUMN `Loud` `loud` varchar(9) GENERATED ALWAYS AS (upper(`name`)) VIRTUAL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 2. change view v (alter view:v)
--    ! correctness, changes-definition: view v is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW `v` (`name`) AS
select `t`.`name` AS `name` from `t`;

-- ==== down ====
-- batch

-- 1. alter table t: rename column name to Name, rename column loud to Loud and change column Loud (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to rename column loud to Loud and change column Loud: nobody can write to it meanwhile
ALTER TABLE `t`
  RENAME COLUMN `name` TO `Name`,
  CHANGE COLUMN `loud` `Loud` varchar(9) GENERATED ALWAYS AS (upper(`Name`)) VIRTUAL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 2. change view v (alter view:v)
--    ! correctness, changes-definition: view v is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW `v` (`Name`) AS
select `t`.`Name` AS `Name` from `t`;
