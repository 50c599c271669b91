CREATE TABLE teams (id INT PRIMARY KEY);
CREATE TABLE users (id INT PRIMARY KEY, team INT, KEY team (team), CONSTRAINT users_team FOREIGN KEY (team) REFERENCES teams (id));
