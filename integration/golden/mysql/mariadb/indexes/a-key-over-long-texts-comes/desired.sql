CREATE TABLE words (id INT PRIMARY KEY, said TEXT, UNIQUE KEY said (said));
