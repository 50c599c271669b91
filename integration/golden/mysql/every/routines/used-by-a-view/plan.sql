-- create function:twice
-- create table:t
-- create view:v

-- ==== up ====
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. create function twice (create function:twice)
CREATE FUNCTION `twice`(`a` int)
  RETURNS int
  DETERMINISTIC
RETURN a * 2;
-- batch

-- 2. create table t (create table:t)
CREATE TABLE `t` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci;
-- batch

-- 3. create view v (create view:v)
CREATE SQL SECURITY DEFINER VIEW `v` (`two`) AS
select `twice`(`t`.`id`) AS `two` from `t`;

-- ==== down ====
-- batch

-- 1. drop view v (drop view:v)
--    ! correctness, drops-used: drops view v: whatever uses it fails from then on
DROP VIEW `v`;
-- batch

-- 2. drop function twice (drop function:twice)
--    ! correctness, drops-used: drops function twice: whatever uses it fails from then on
DROP FUNCTION `twice`;
-- batch

-- 3. drop table t (drop table:t)
--    ! data-loss, drops-table: drops table t with all of its rows [irreversible]
DROP TABLE `t`;
