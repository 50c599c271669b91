CREATE TABLE teams (id INT PRIMARY KEY, boss INT, CONSTRAINT teams_boss FOREIGN KEY (boss) REFERENCES users (id));
CREATE TABLE users (id INT PRIMARY KEY, team INT, CONSTRAINT users_team FOREIGN KEY (team) REFERENCES nobody (id));
