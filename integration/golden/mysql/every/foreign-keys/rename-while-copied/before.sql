CREATE TABLE teams (id INT PRIMARY KEY, size INT); CREATE TABLE users (id INT PRIMARY KEY, team INT, age INT, CONSTRAINT users_team FOREIGN KEY (team) REFERENCES teams (id));
