CREATE TABLE users (id INT NOT NULL PRIMARY KEY);
CREATE DEFINER='golden_bob'@'localhost' VIEW everybody AS SELECT id FROM users;
CREATE DEFINER='golden_bob'@'localhost' FUNCTION twice(a INT) RETURNS INT DETERMINISTIC RETURN a * 3;
CREATE DEFINER='golden_bob'@'localhost' PROCEDURE nothing() SELECT 1;
CREATE DEFINER='golden_bob'@'localhost' TRIGGER kept BEFORE INSERT ON users FOR EACH ROW SET NEW.id = NEW.id;
CREATE DEFINER='golden_bob'@'localhost' EVENT cleared ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 03:00:00' DISABLE DO DELETE FROM users;
