CREATE TABLE teams (id BIGINT PRIMARY KEY, boss BIGINT, KEY boss (boss));
CREATE TABLE users (id BIGINT PRIMARY KEY, team BIGINT, KEY team (team), CONSTRAINT users_team FOREIGN KEY (team) REFERENCES teams (id));
ALTER TABLE teams ADD CONSTRAINT teams_boss FOREIGN KEY (boss) REFERENCES users (id);
