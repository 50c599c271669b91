CREATE TABLE users (id INT NOT NULL PRIMARY KEY, role ENUM('admin', 'guest') COLLATE utf8mb4_bin NOT NULL);
