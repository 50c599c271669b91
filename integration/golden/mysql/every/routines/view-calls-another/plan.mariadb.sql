-- create function:New one
-- drop function:old_one
-- drop view:gone
-- alter view:v
--   change-query query: with old_two(`id`) as (select `kept`(`kept`.`id`) AS `id` from `kept`)select `OLD_ONE`(`old_two`.`id`) AS `n` from `old_two` → with old_two(`id`) as (select `kept`(`kept`.`id`) AS `id` from `kept`)select `New one`(`old_two`.`id`) AS `n` from `old_two`

-- ==== up ====
-- batch

-- 1. drop view gone (drop view:gone)
--    ! correctness, drops-used: drops view gone: whatever uses it fails from then on
DROP VIEW `gone`;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. create function New one (create function:New one)
CREATE FUNCTION `New one`(`a` int(11))
  RETURNS int(11)
  DETERMINISTIC
RETURN a;
-- batch

-- 3. change view v (alter view:v)
--    ! correctness, changes-definition: view v is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW `v` (`n`) AS
with old_two(`id`) as (select `kept`(`kept`.`id`) AS `id` from `kept`)select `New one`(`old_two`.`id`) AS `n` from `old_two`;
-- batch

-- 4. drop function old_one (drop function:old_one)
--    ! correctness, drops-used: drops function old_one: whatever uses it fails from then on
DROP FUNCTION `old_one`;

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. create function old_one (create function:old_one)
CREATE DEFINER=`root`@`%` FUNCTION `old_one`(`a` int(11))
  RETURNS int(11)
  DETERMINISTIC
RETURN a;
-- batch

-- 2. create view gone (create view:gone)
CREATE DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW `gone` (`n`) AS
select `old_one`(1) AS `n`;
-- batch

-- 3. change view v (alter view:v)
--    ! correctness, changes-definition: view v is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW `v` (`n`) AS
with old_two(`id`) as (select `kept`(`kept`.`id`) AS `id` from `kept`)select `OLD_ONE`(`old_two`.`id`) AS `n` from `old_two`;
-- batch

-- 4. drop function New one (drop function:New one)
--    ! correctness, drops-used: drops function New one: whatever uses it fails from then on
DROP FUNCTION `New one`;
