CREATE TABLE `a``b` (`c'd` INT PRIMARY KEY, `e"f` VARCHAR(20) DEFAULT 'it''s \\ "x" `y`' COMMENT 'a ''b'' \\ "c"\n;', `g\h` ENUM('a''b', 'c\\d', '"', 'x,y'), `i.j` SET('a''b', '\\'), `k l` INT, `-- m` INT, `/* n` INT, KEY `o;p` (`k l`), CONSTRAINT `q'r` CHECK (`k l` <> 3)) COMMENT='it''s \\ "x";';
CREATE VIEW `v"'``w` AS SELECT `c'd` AS `x``y`, 'it''s \\' AS `z\z` FROM `a``b`;
CREATE FUNCTION `f'f`(`a"b` INT) RETURNS INT DETERMINISTIC COMMENT 'it''s \\' RETURN `a"b`;
