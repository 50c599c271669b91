CREATE TABLE users (id INT NOT NULL PRIMARY KEY, mail VARCHAR(40) COMMENT 'where ''letters'' go');
