CREATE TABLE teams (id INTEGER PRIMARY KEY);
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  team_id INTEGER NOT NULL,
  age INTEGER DEFAULT 0,
  name TEXT DEFAULT 'nobody',
  CONSTRAINT of_team FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE CASCADE
);
CREATE INDEX users_by_team ON users (team_id);
