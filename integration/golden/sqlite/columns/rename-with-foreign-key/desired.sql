CREATE TABLE teams (id INTEGER PRIMARY KEY);
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  team_id INTEGER, -- @renamed from=team
  FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL
);
