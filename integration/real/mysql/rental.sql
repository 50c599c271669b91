-- A shop that lends films, as large as the sample database of that trade: views over many tables, routines, triggers, shapes, words, sets, and keys that lead in a circle.
CREATE TABLE nation (
  nation_id SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  title VARCHAR(60) NOT NULL,
  changed TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
);
CREATE TABLE town (
  town_id SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT,
  title VARCHAR(60) NOT NULL,
  nation_id SMALLINT UNSIGNED NOT NULL,
  changed TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (town_id),
  KEY by_nation (nation_id),
  CONSTRAINT town_of_nation FOREIGN KEY (nation_id) REFERENCES nation (nation_id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE TABLE house (
  house_id SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT,
  street VARCHAR(80) NOT NULL,
  street2 VARCHAR(80) DEFAULT NULL,
  quarter VARCHAR(30) NOT NULL,
  town_id SMALLINT UNSIGNED NOT NULL,
  post_code VARCHAR(12) DEFAULT NULL,
  phone VARCHAR(25) NOT NULL,
  spot POINT NOT NULL,
  changed TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (house_id),
  KEY by_town (town_id),
  SPATIAL KEY by_spot (spot),
  CONSTRAINT house_in_town FOREIGN KEY (town_id) REFERENCES town (town_id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE TABLE tongue (
  tongue_id TINYINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  title CHAR(20) NOT NULL,
  changed TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
);
CREATE TABLE genre (
  genre_id TINYINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  title VARCHAR(25) NOT NULL,
  changed TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
);
CREATE TABLE player (
  player_id SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT,
  given VARCHAR(45) NOT NULL,
  family VARCHAR(45) NOT NULL,
  changed TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (player_id),
  KEY by_family (family)
);
CREATE TABLE movie (
  movie_id SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT,
  title VARCHAR(160) NOT NULL,
  story TEXT,
  made_in YEAR DEFAULT NULL,
  tongue_id TINYINT UNSIGNED NOT NULL,
  first_tongue_id TINYINT UNSIGNED DEFAULT NULL,
  lent_for TINYINT UNSIGNED NOT NULL DEFAULT 3,
  fee DECIMAL(4,2) NOT NULL DEFAULT 4.99,
  minutes SMALLINT UNSIGNED DEFAULT NULL,
  price_of_a_new_one DECIMAL(5,2) NOT NULL DEFAULT 19.99,
  fit_for ENUM('all','six','twelve','sixteen','adults') DEFAULT 'all',
  extras SET('Trailers','Commentaries','Deleted Scenes','Behind the Scenes') DEFAULT NULL,
  changed TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (movie_id),
  KEY by_title (title),
  KEY by_tongue (tongue_id),
  KEY by_first_tongue (first_tongue_id),
  CONSTRAINT movie_in_tongue FOREIGN KEY (tongue_id) REFERENCES tongue (tongue_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT movie_first_in_tongue FOREIGN KEY (first_tongue_id) REFERENCES tongue (tongue_id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE TABLE movie_player (
  player_id SMALLINT UNSIGNED NOT NULL,
  movie_id SMALLINT UNSIGNED NOT NULL,
  changed TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (player_id, movie_id),
  KEY by_movie (movie_id),
  CONSTRAINT played_by FOREIGN KEY (player_id) REFERENCES player (player_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT played_in FOREIGN KEY (movie_id) REFERENCES movie (movie_id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE TABLE movie_genre (
  movie_id SMALLINT UNSIGNED NOT NULL,
  genre_id TINYINT UNSIGNED NOT NULL,
  PRIMARY KEY (movie_id, genre_id),
  CONSTRAINT genre_of FOREIGN KEY (movie_id) REFERENCES movie (movie_id) ON UPDATE CASCADE,
  CONSTRAINT of_genre FOREIGN KEY (genre_id) REFERENCES genre (genre_id) ON UPDATE CASCADE
);
CREATE TABLE movie_words (
  movie_id SMALLINT NOT NULL,
  title VARCHAR(255) NOT NULL,
  story TEXT,
  PRIMARY KEY (movie_id),
  FULLTEXT KEY title_and_story (title, story)
);
CREATE TABLE clerk (
  clerk_id TINYINT UNSIGNED NOT NULL AUTO_INCREMENT,
  given VARCHAR(45) NOT NULL,
  family VARCHAR(45) NOT NULL,
  house_id SMALLINT UNSIGNED NOT NULL,
  picture BLOB DEFAULT NULL,
  mail VARCHAR(50) DEFAULT NULL,
  shop_id TINYINT UNSIGNED NOT NULL,
  is_active BOOLEAN NOT NULL DEFAULT TRUE,
  login VARCHAR(16) NOT NULL,
  secret VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL,
  PRIMARY KEY (clerk_id),
  KEY by_shop (shop_id),
  KEY by_house (house_id),
  CONSTRAINT clerk_lives FOREIGN KEY (house_id) REFERENCES house (house_id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE TABLE shop (
  shop_id TINYINT UNSIGNED NOT NULL AUTO_INCREMENT,
  head_id TINYINT UNSIGNED NOT NULL,
  house_id SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (shop_id),
  UNIQUE KEY one_head (head_id),
  CONSTRAINT shop_head FOREIGN KEY (head_id) REFERENCES clerk (clerk_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT shop_stands FOREIGN KEY (house_id) REFERENCES house (house_id) ON DELETE RESTRICT ON UPDATE CASCADE
);
ALTER TABLE clerk ADD CONSTRAINT clerk_works FOREIGN KEY (shop_id) REFERENCES shop (shop_id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TABLE client (
  client_id SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT,
  shop_id TINYINT UNSIGNED NOT NULL,
  given VARCHAR(45) NOT NULL,
  family VARCHAR(45) NOT NULL,
  mail VARCHAR(50) DEFAULT NULL,
  house_id SMALLINT UNSIGNED NOT NULL,
  is_active BOOLEAN NOT NULL DEFAULT TRUE,
  created DATETIME NOT NULL,
  PRIMARY KEY (client_id),
  KEY by_family (family),
  CONSTRAINT client_lives FOREIGN KEY (house_id) REFERENCES house (house_id) ON UPDATE CASCADE,
  CONSTRAINT client_of_shop FOREIGN KEY (shop_id) REFERENCES shop (shop_id) ON UPDATE CASCADE
);
CREATE TABLE stock (
  stock_id MEDIUMINT UNSIGNED NOT NULL AUTO_INCREMENT,
  movie_id SMALLINT UNSIGNED NOT NULL,
  shop_id TINYINT UNSIGNED NOT NULL,
  PRIMARY KEY (stock_id),
  KEY by_shop_and_movie (shop_id, movie_id),
  CONSTRAINT stock_in_shop FOREIGN KEY (shop_id) REFERENCES shop (shop_id) ON UPDATE CASCADE,
  CONSTRAINT stock_of_movie FOREIGN KEY (movie_id) REFERENCES movie (movie_id) ON UPDATE CASCADE
);
CREATE TABLE loan (
  loan_id INT NOT NULL AUTO_INCREMENT,
  lent_at DATETIME NOT NULL,
  stock_id MEDIUMINT UNSIGNED NOT NULL,
  client_id SMALLINT UNSIGNED NOT NULL,
  back_at DATETIME DEFAULT NULL,
  clerk_id TINYINT UNSIGNED NOT NULL,
  PRIMARY KEY (loan_id),
  UNIQUE KEY once (lent_at, stock_id, client_id),
  CONSTRAINT loan_by FOREIGN KEY (clerk_id) REFERENCES clerk (clerk_id) ON UPDATE CASCADE,
  CONSTRAINT loan_of FOREIGN KEY (stock_id) REFERENCES stock (stock_id) ON UPDATE CASCADE,
  CONSTRAINT loan_to FOREIGN KEY (client_id) REFERENCES client (client_id) ON UPDATE CASCADE
);
CREATE TABLE payment (
  payment_id SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT,
  client_id SMALLINT UNSIGNED NOT NULL,
  clerk_id TINYINT UNSIGNED NOT NULL,
  loan_id INT DEFAULT NULL,
  amount DECIMAL(5,2) NOT NULL,
  paid_at DATETIME NOT NULL,
  PRIMARY KEY (payment_id),
  CONSTRAINT payment_for FOREIGN KEY (loan_id) REFERENCES loan (loan_id) ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT payment_by FOREIGN KEY (client_id) REFERENCES client (client_id) ON UPDATE CASCADE,
  CONSTRAINT payment_to FOREIGN KEY (clerk_id) REFERENCES clerk (clerk_id) ON UPDATE CASCADE,
  CONSTRAINT payment_is_some CHECK (amount >= 0)
);
DELIMITER //
CREATE TRIGGER words_in AFTER INSERT ON movie FOR EACH ROW
BEGIN
  INSERT INTO movie_words (movie_id, title, story) VALUES (NEW.movie_id, NEW.title, NEW.story);
END//
CREATE TRIGGER words_other AFTER UPDATE ON movie FOR EACH ROW
BEGIN
  IF OLD.title <> NEW.title OR OLD.story <> NEW.story THEN
    UPDATE movie_words SET title = NEW.title, story = NEW.story WHERE movie_id = OLD.movie_id;
  END IF;
END//
CREATE TRIGGER words_out AFTER DELETE ON movie FOR EACH ROW
BEGIN
  DELETE FROM movie_words WHERE movie_id = OLD.movie_id;
END//
CREATE TRIGGER client_created BEFORE INSERT ON client FOR EACH ROW SET NEW.created = NOW()//
CREATE TRIGGER payment_dated BEFORE INSERT ON payment FOR EACH ROW SET NEW.paid_at = NOW()//
CREATE TRIGGER loan_dated BEFORE INSERT ON loan FOR EACH ROW SET NEW.lent_at = NOW()//
CREATE FUNCTION is_in_stock(p_stock INT) RETURNS BOOLEAN READS SQL DATA
BEGIN
  DECLARE v_lent INT;
  SELECT COUNT(*) INTO v_lent FROM loan WHERE stock_id = p_stock AND back_at IS NULL;
  RETURN v_lent = 0;
END//
CREATE FUNCTION holder_of(p_stock INT) RETURNS INT READS SQL DATA
BEGIN
  DECLARE v_client INT;
  DECLARE EXIT HANDLER FOR NOT FOUND RETURN NULL;
  SELECT client_id INTO v_client FROM loan WHERE back_at IS NULL AND stock_id = p_stock;
  RETURN v_client;
END//
CREATE FUNCTION owes(p_client INT, p_until DATETIME) RETURNS DECIMAL(7,2) READS SQL DATA COMMENT 'fees less what was paid'
BEGIN
  DECLARE v_fees DECIMAL(7,2);
  DECLARE v_paid DECIMAL(7,2);
  SELECT IFNULL(SUM(m.fee), 0) INTO v_fees FROM movie m JOIN stock s ON s.movie_id = m.movie_id JOIN loan l ON l.stock_id = s.stock_id
    WHERE l.lent_at <= p_until AND l.client_id = p_client;
  SELECT IFNULL(SUM(amount), 0) INTO v_paid FROM payment WHERE paid_at <= p_until AND client_id = p_client;
  RETURN v_fees - v_paid;
END//
CREATE PROCEDURE in_stock(IN p_movie INT, IN p_shop INT, OUT p_count INT) READS SQL DATA
BEGIN
  SELECT stock_id FROM stock WHERE movie_id = p_movie AND shop_id = p_shop AND is_in_stock(stock_id);
  SELECT COUNT(*) INTO p_count FROM stock WHERE movie_id = p_movie AND shop_id = p_shop AND is_in_stock(stock_id);
END//
CREATE PROCEDURE reward(IN least_loans TINYINT UNSIGNED, OUT rewarded INT) READS SQL DATA SQL SECURITY INVOKER COMMENT 'who lends a lot'
proc: BEGIN
  IF least_loans = 0 THEN
    SELECT 'at least one';
    LEAVE proc;
  END IF;
  CREATE TEMPORARY TABLE often (client_id SMALLINT UNSIGNED NOT NULL PRIMARY KEY);
  INSERT INTO often SELECT client_id FROM loan GROUP BY client_id HAVING COUNT(client_id) > least_loans;
  SELECT COUNT(*) INTO rewarded FROM often;
  DROP TABLE often;
END//
DELIMITER ;
CREATE VIEW client_list AS
  SELECT c.client_id AS id, CONCAT(c.given, _utf8mb4' ', c.family) AS name, h.street, h.post_code AS `post code`, t.title AS town, n.title AS nation,
    IF(c.is_active, 'active', '') AS notes, c.shop_id
  FROM client c JOIN house h USING (house_id) JOIN town t ON t.town_id = h.town_id JOIN nation n ON n.nation_id = t.nation_id;
CREATE VIEW movie_list AS
  SELECT m.movie_id, m.title, g.title AS genre, m.fee, GROUP_CONCAT(CONCAT(p.given, ' ', p.family) ORDER BY p.family SEPARATOR ', ') AS players
  FROM genre g LEFT JOIN movie_genre mg ON mg.genre_id = g.genre_id LEFT JOIN movie m ON m.movie_id = mg.movie_id
    LEFT JOIN movie_player mp ON mp.movie_id = m.movie_id LEFT JOIN player p ON p.player_id = mp.player_id
  GROUP BY m.movie_id, m.title, g.title, m.fee;
CREATE VIEW sales_by_shop AS
  SELECT CONCAT(t.title, ',', n.title) AS shop, CONCAT(k.given, ' ', k.family) AS head, SUM(p.amount) AS total
  FROM payment p JOIN loan l ON l.loan_id = p.loan_id JOIN stock s ON s.stock_id = l.stock_id JOIN shop o ON o.shop_id = s.shop_id
    JOIN house h ON h.house_id = o.house_id JOIN town t ON t.town_id = h.town_id JOIN nation n ON n.nation_id = t.nation_id JOIN clerk k ON k.clerk_id = o.head_id
  GROUP BY o.shop_id, t.title, n.title, k.given, k.family;
CREATE VIEW sales_by_genre AS
  SELECT g.title AS genre, SUM(p.amount) AS total
  FROM payment p JOIN loan l ON l.loan_id = p.loan_id JOIN stock s ON s.stock_id = l.stock_id JOIN movie_genre mg ON mg.movie_id = s.movie_id JOIN genre g ON g.genre_id = mg.genre_id
  GROUP BY g.genre_id, g.title ORDER BY total DESC;
CREATE SQL SECURITY INVOKER VIEW player_info AS
  SELECT p.player_id, p.given, p.family,
    GROUP_CONCAT(DISTINCT CONCAT(g.title, ': ', (SELECT GROUP_CONCAT(m.title ORDER BY m.title SEPARATOR ', ') FROM movie m JOIN movie_genre x ON x.movie_id = m.movie_id
      WHERE x.genre_id = g.genre_id)) ORDER BY g.title SEPARATOR '; ') AS info
  FROM player p LEFT JOIN movie_player mp ON mp.player_id = p.player_id LEFT JOIN movie_genre mg ON mg.movie_id = mp.movie_id LEFT JOIN genre g ON g.genre_id = mg.genre_id
  GROUP BY p.player_id, p.given, p.family;
CREATE VIEW active_clients AS SELECT id, name FROM client_list WHERE notes = 'active';
