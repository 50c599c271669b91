-- drop function:Twice
-- create function:twice
-- alter view:v
--   change-query query: select `Twice`(`t`.`id`) AS `n` from `t` → select `twice`(`t`.`id`) AS `n` from `t`

-- ==== up ====
-- batch

-- 1. drop function Twice (drop function:Twice)
--    ! correctness, drops-used: drops function Twice: whatever uses it fails from then on
DROP FUNCTION `Twice`;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. create function twice (create function:twice)
CREATE FUNCTION `twice`(`n` int(11))
  RETURNS int(11)
  DETERMINISTIC
RETURN n * 2;
-- batch

-- 3. change view v (alter view:v)
--    ! correctness, changes-definition: view v is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW `v` (`n`) AS
select `twice`(`t`.`id`) AS `n` from `t`;

-- ==== down ====
-- batch

-- 1. drop function twice (drop function:twice)
--    ! correctness, drops-used: drops function twice: whatever uses it fails from then on
DROP FUNCTION `twice`;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. create function Twice (create function:Twice)
CREATE DEFINER=`root`@`%` FUNCTION `Twice`(`n` int(11))
  RETURNS int(11)
  DETERMINISTIC
RETURN n * 2;
-- batch

-- 3. change view v (alter view:v)
--    ! correctness, changes-definition: view v is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW `v` (`n`) AS
select `Twice`(`t`.`id`) AS `n` from `t`;
