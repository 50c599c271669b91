CREATE TABLE teams (id INT PRIMARY KEY);
CREATE TABLE users (
  id INT PRIMARY KEY,
  -- @renamed from=team
  squad INT,
  twice INT AS (squad * 2) VIRTUAL,
  CONSTRAINT users_team FOREIGN KEY (squad) REFERENCES teams (id)
);
