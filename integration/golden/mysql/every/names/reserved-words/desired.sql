CREATE TABLE `select` (`order` INT PRIMARY KEY, `group` VARCHAR(9), KEY `key` (`group`), CONSTRAINT `check` CHECK (`order` > 0));
CREATE TABLE `table` (`from` INT PRIMARY KEY, `where` INT, KEY `index` (`where`), CONSTRAINT `foreign` FOREIGN KEY (`where`) REFERENCES `select` (`order`));
CREATE VIEW `view` AS SELECT `order` AS `by` FROM `select`;
CREATE PROCEDURE `call`(`in` INT) DELETE FROM `select` WHERE `order` = `in`;
CREATE TRIGGER `trigger` BEFORE INSERT ON `table` FOR EACH ROW SET NEW.`where` = NEW.`from`;
