CREATE TABLE users (id INT NOT NULL PRIMARY KEY, mail VARCHAR(40), mood ENUM('ok','great'));
