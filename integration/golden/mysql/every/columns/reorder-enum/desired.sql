CREATE TABLE t (id INT PRIMARY KEY, x ENUM('c','b','a'));
