CREATE TABLE teams (id INT PRIMARY KEY, above INT, KEY above (above), CONSTRAINT teams_above FOREIGN KEY (above) REFERENCES teams (id));
