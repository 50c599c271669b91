CREATE TABLE boxes (id INT NOT NULL PRIMARY KEY, side INT, area INT AS (side * side) STORED, volume INT AS (side * side * side) VIRTUAL, note VARCHAR(9));
