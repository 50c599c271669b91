-- A house with employees, as large as the sample database of that trade: keys over two columns and over dates, a large table in parts, views that stand on each other.
CREATE TABLE people (
  number INT NOT NULL,
  born DATE NOT NULL,
  given VARCHAR(14) NOT NULL,
  family VARCHAR(16) NOT NULL,
  sex ENUM('M','F','X') NOT NULL,
  hired DATE NOT NULL,
  PRIMARY KEY (number)
);
CREATE TABLE divisions (
  code CHAR(4) NOT NULL,
  title VARCHAR(40) NOT NULL,
  PRIMARY KEY (code),
  UNIQUE KEY (title)
);
CREATE TABLE heads (
  number INT NOT NULL,
  code CHAR(4) NOT NULL,
  since DATE NOT NULL,
  until DATE NOT NULL,
  FOREIGN KEY (number) REFERENCES people (number) ON DELETE CASCADE,
  FOREIGN KEY (code) REFERENCES divisions (code) ON DELETE CASCADE,
  PRIMARY KEY (number, code)
);
CREATE TABLE members (
  number INT NOT NULL,
  code CHAR(4) NOT NULL,
  since DATE NOT NULL,
  until DATE NOT NULL,
  FOREIGN KEY (number) REFERENCES people (number) ON DELETE CASCADE,
  FOREIGN KEY (code) REFERENCES divisions (code) ON DELETE CASCADE,
  PRIMARY KEY (number, code),
  CONSTRAINT in_order CHECK (since <= until)
);
CREATE TABLE posts (
  number INT NOT NULL,
  post VARCHAR(50) NOT NULL,
  since DATE NOT NULL,
  until DATE,
  FOREIGN KEY (number) REFERENCES people (number) ON DELETE CASCADE,
  PRIMARY KEY (number, post, since)
);
CREATE TABLE wages (
  number INT NOT NULL,
  wage INT NOT NULL,
  since DATE NOT NULL,
  until DATE NOT NULL,
  PRIMARY KEY (number, since)
)
PARTITION BY RANGE COLUMNS (since) (
  PARTITION p1985 VALUES LESS THAN ('1985-12-31'),
  PARTITION p1990 VALUES LESS THAN ('1990-12-31'),
  PARTITION p1995 VALUES LESS THAN ('1995-12-31'),
  PARTITION p2000 VALUES LESS THAN ('2000-12-31'),
  PARTITION later VALUES LESS THAN (MAXVALUE)
);
CREATE VIEW last_member AS SELECT number, MAX(since) AS since, MAX(until) AS until FROM members GROUP BY number;
CREATE VIEW member_now AS
  SELECT l.number, d.code, l.since, l.until FROM members d JOIN last_member l ON d.number = l.number AND d.since = l.since AND l.until = d.until;
CREATE OR REPLACE VIEW people_now AS
  SELECT p.number, CONCAT(p.given, ' ', p.family) AS full_name, TIMESTAMPDIFF(YEAR, p.born, '2020-01-01') AS years, m.code FROM people p LEFT JOIN member_now m ON m.number = p.number;
DELIMITER //
CREATE FUNCTION division_of(p_number INT) RETURNS CHAR(4) READS SQL DATA
BEGIN
  DECLARE v_since DATE;
  SET v_since = (SELECT MAX(since) FROM members WHERE number = p_number);
  RETURN (SELECT code FROM members WHERE number = p_number AND since = v_since LIMIT 1);
END//
CREATE FUNCTION name_of(p_number INT) RETURNS VARCHAR(50) READS SQL DATA
BEGIN
  DECLARE v_name VARCHAR(50);
  SELECT CONCAT(given, ' ', family) INTO v_name FROM people WHERE number = p_number;
  RETURN v_name;
END//
CREATE PROCEDURE show_divisions() MODIFIES SQL DATA
BEGIN
  DROP TABLE IF EXISTS shown;
  CREATE TEMPORARY TABLE shown AS SELECT code, title, COUNT(*) AS n FROM divisions JOIN members USING (code) GROUP BY code, title;
  SELECT * FROM shown;
END//
CREATE TRIGGER hired_once BEFORE INSERT ON people FOR EACH ROW
BEGIN
  IF NEW.hired < NEW.born THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'hired before birth';
  END IF;
END//
DELIMITER ;
CREATE VIEW divisions_now AS SELECT d.code, d.title, division_of(h.number) AS code_of_head, name_of(h.number) AS head FROM divisions d LEFT JOIN heads h ON h.code = d.code AND h.until > '2020-01-01';
