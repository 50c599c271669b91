CREATE TABLE teams (id INT PRIMARY KEY);
CREATE TABLE users (id INT PRIMARY KEY, team INT, age INT, FOREIGN KEY (team) REFERENCES teams (id), CHECK (age > 0));
