CREATE TABLE teams (id INT PRIMARY KEY);
-- @renamed from=users
CREATE TABLE people (id INT PRIMARY KEY, team INT, age INT, FOREIGN KEY (team) REFERENCES teams (id), CHECK (age > 0));
