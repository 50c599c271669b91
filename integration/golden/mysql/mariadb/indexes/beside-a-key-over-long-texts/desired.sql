CREATE TABLE words (id INT PRIMARY KEY, size INT DEFAULT 4 COMMENT 'of it', said TEXT, spoken DATE, UNIQUE KEY said (said), KEY size (size));
