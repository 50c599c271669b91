CREATE TABLE teams (
  -- @renamed from=id
  number INT PRIMARY KEY,
  size BIGINT
);
CREATE TABLE users (
  id INT PRIMARY KEY,
  -- @renamed from=team
  squad INT COMMENT 'renamed',
  age BIGINT,
  CONSTRAINT users_team FOREIGN KEY (squad) REFERENCES teams (number)
);
