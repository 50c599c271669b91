-- create function:f'f
-- create table:a`b
-- create view:v"'`w

-- ==== up ====
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. create function f'f (create function:f'f)
CREATE FUNCTION `f'f`(`a"b` int)
  RETURNS int
  DETERMINISTIC
  COMMENT 'it''s \\'
RETURN `a"b`;
-- batch

-- 2. create table a`b (create table:a`b)
CREATE TABLE `a``b` (
  `c'd` int NOT NULL,
  `e"f` varchar(20) NULL DEFAULT 'it''s \\ "x" `y`' COMMENT 'a ''b'' \\ "c"
;',
  `g\h` enum('a''b','c\\d','"','x,y') NULL,
  `i.j` set('a''b','\\') NULL,
  `k l` int NULL,
  `-- m` int NULL,
  `/* n` int NULL,
  KEY `o;p` (`k l`),
  PRIMARY KEY (`c'd`),
  CONSTRAINT `q'r` CHECK ((`k l` <> 3))
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='it''s \\ "x";';
-- batch

-- 3. create view v"'`w (create view:v"'`w)
CREATE SQL SECURITY DEFINER VIEW `v"'``w` (`x``y`, `z\z`) AS
select `a``b`.`c'd` AS `x``y`,'it\'s \\' AS `z\z` from `a``b`;

-- ==== down ====
-- batch

-- 1. drop function f'f (drop function:f'f)
--    ! correctness, drops-used: drops function f'f: whatever uses it fails from then on
DROP FUNCTION `f'f`;
-- batch

-- 2. drop view v"'`w (drop view:v"'`w)
--    ! correctness, drops-used: drops view v"'`w: whatever uses it fails from then on
DROP VIEW `v"'``w`;
-- batch

-- 3. drop table a`b (drop table:a`b)
--    ! data-loss, drops-table: drops table a`b with all of its rows [irreversible]
DROP TABLE `a``b`;
