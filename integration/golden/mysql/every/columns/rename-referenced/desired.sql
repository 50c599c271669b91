CREATE TABLE teams (
  -- @renamed from=id
  number INT PRIMARY KEY
);
CREATE TABLE users (id INT PRIMARY KEY, team INT, KEY team (team), CONSTRAINT users_team FOREIGN KEY (team) REFERENCES teams (number));
