CREATE TABLE t (id INT NOT NULL PRIMARY KEY, `a``b` VARCHAR(40));
DELIMITER //
CREATE FUNCTION `said``so`(mood ENUM('it''s', 'a)b')) RETURNS VARCHAR(90) CHARACTER SET utf8mb4 DETERMINISTIC
  SQL SECURITY INVOKER COMMENT 'what''s\nsaid (\\)'
BEGIN
  -- It's said in "quotes".
  RETURN CONCAT('it''s', "a ""b"" c", 'tab\tslash\\quote\'', HEX(_latin1'é'), LENGTH(_binary'x'), 'a' 'b');
END//
CREATE PROCEDURE every_one() READS SQL DATA SELECT `a``b` AS `c``d` FROM t WHERE `a``b` <> 'it''s'//
CREATE PROCEDURE plain() SELECT id FROM t//
CREATE TRIGGER corrected BEFORE INSERT ON t FOR EACH ROW SET NEW.`a``b` = REPLACE(NEW.`a``b`, '\\', '\'')//
CREATE TRIGGER t BEFORE INSERT ON t FOR EACH ROW FOLLOWS corrected SET @`do``ing` = 'it''s'//
CREATE EVENT swept ON SCHEDULE EVERY 1 DAY STARTS '2037-01-01 00:00:00' COMMENT 'DO it''s' DO
DELETE FROM t WHERE `a``b` IN ('it''s', '\\n', _utf8mb4'x')//
