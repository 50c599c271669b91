CREATE TABLE teams (id INT PRIMARY KEY);
CREATE TABLE users (id INT PRIMARY KEY, team INT, KEY team (team));
