CREATE TABLE teams (id INT PRIMARY KEY, boss INT, KEY boss (boss));
CREATE TABLE users (id INT PRIMARY KEY, team INT, KEY team (team), CONSTRAINT users_team FOREIGN KEY (team) REFERENCES teams (id));
ALTER TABLE teams ADD CONSTRAINT teams_boss FOREIGN KEY (boss) REFERENCES users (id);
