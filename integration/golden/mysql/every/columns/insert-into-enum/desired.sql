CREATE TABLE t (id INT PRIMARY KEY, x ENUM('a','m','b'));
