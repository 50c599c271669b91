CREATE TABLE users (id INT NOT NULL PRIMARY KEY, role ENUM('admin', 'guest') NOT NULL);
