CREATE TABLE teams (id INTEGER PRIMARY KEY, code TEXT);
CREATE UNIQUE INDEX teams_by_code ON teams (code);
CREATE TABLE users (id INTEGER PRIMARY KEY, team_code TEXT REFERENCES teams (code));
