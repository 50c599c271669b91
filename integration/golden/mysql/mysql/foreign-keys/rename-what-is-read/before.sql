CREATE TABLE teams (id INT PRIMARY KEY); CREATE TABLE users (id INT PRIMARY KEY, team INT, twice INT AS (team * 2) VIRTUAL, CONSTRAINT users_team FOREIGN KEY (team) REFERENCES teams (id));
