CREATE TABLE teams (id INT PRIMARY KEY);
CREATE TABLE users (
  id INT PRIMARY KEY,
  -- @renamed from=team
  squad INT,
  KEY by_squad (squad, id),
  CONSTRAINT users_team FOREIGN KEY (squad) REFERENCES teams (id)
);
