CREATE TABLE users (id INT NOT NULL PRIMARY KEY, mail VARCHAR(40), mood ENUM('sad','ok','great'));
