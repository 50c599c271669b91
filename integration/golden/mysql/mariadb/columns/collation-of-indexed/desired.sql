CREATE TABLE users (id INT NOT NULL PRIMARY KEY, mail VARCHAR(40) COLLATE utf8mb4_bin, KEY by_mail (mail));
