CREATE TABLE words (id INT PRIMARY KEY, size INT, said TEXT, UNIQUE KEY said (said));
