CREATE TABLE teams (
  id INTEGER PRIMARY KEY,
  short TEXT UNIQUE -- @renamed from=code
);
CREATE TABLE users (id INTEGER PRIMARY KEY, team_code TEXT REFERENCES teams (short) ON UPDATE CASCADE);
