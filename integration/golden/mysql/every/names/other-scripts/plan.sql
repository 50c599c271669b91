-- create function:λ
-- create table:größe
-- create view:вид

-- ==== up ====
-- batch, mysql/sql_mode = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. create function λ (create function:λ)
CREATE FUNCTION `λ`(`α` int)
  RETURNS varchar(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci
  DETERMINISTIC
RETURN 'ω';
-- batch

-- 2. create table größe (create table:größe)
CREATE TABLE `größe` (
  `schlüssel` int NOT NULL,
  `表` varchar(20) NULL DEFAULT 'é表' COMMENT '日本',
  PRIMARY KEY (`schlüssel`),
  KEY `índice` (`表`),
  CONSTRAINT `prüfung` CHECK ((`表` <> _utf8mb4'ß'))
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci;
-- batch

-- 3. create view вид (create view:вид)
CREATE SQL SECURITY DEFINER VIEW `вид` (`столбец`) AS
select `größe`.`表` AS `столбец` from `größe` where (`größe`.`表` <> 'ё');

-- ==== down ====
-- batch

-- 1. drop function λ (drop function:λ)
--    ! correctness, drops-used: drops function λ: whatever uses it fails from then on
DROP FUNCTION `λ`;
-- batch

-- 2. drop view вид (drop view:вид)
--    ! correctness, drops-used: drops view вид: whatever uses it fails from then on
DROP VIEW `вид`;
-- batch

-- 3. drop table größe (drop table:größe)
--    ! data-loss, drops-table: drops table größe with all of its rows [irreversible]
DROP TABLE `größe`;
