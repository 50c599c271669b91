CREATE TABLE teams (id INTEGER, PRIMARY KEY (id));
CREATE TABLE users (
  id INTEGER,
  email TEXT,
  age INTEGER,
  team_id INTEGER,
  FOREIGN KEY (team_id) REFERENCES teams (id),
  CHECK (age >= 0),
  UNIQUE (email),
  PRIMARY KEY (id)
);
