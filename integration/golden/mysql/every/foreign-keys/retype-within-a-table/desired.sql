CREATE TABLE teams (id BIGINT PRIMARY KEY, above BIGINT, KEY above (above), CONSTRAINT teams_above FOREIGN KEY (above) REFERENCES teams (id));
