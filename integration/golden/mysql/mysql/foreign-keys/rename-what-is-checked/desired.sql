CREATE TABLE teams (id INT PRIMARY KEY);
CREATE TABLE users (
  id INT PRIMARY KEY,
  -- @renamed from=team
  squad INT,
  CONSTRAINT users_team FOREIGN KEY (squad) REFERENCES teams (id),
  CONSTRAINT known CHECK (squad > 0)
);
