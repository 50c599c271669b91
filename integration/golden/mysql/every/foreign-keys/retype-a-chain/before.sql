CREATE TABLE parts (id INT PRIMARY KEY);
CREATE TABLE teams (id INT PRIMARY KEY, part INT, KEY part (part), CONSTRAINT teams_part FOREIGN KEY (part) REFERENCES parts (id));
CREATE TABLE users (id INT PRIMARY KEY, team INT, KEY team (team), CONSTRAINT users_team FOREIGN KEY (team) REFERENCES teams (id));
