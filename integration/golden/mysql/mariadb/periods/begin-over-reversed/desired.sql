CREATE TABLE stays (id INT NOT NULL PRIMARY KEY, since DATE NOT NULL, until DATE NOT NULL, PERIOD FOR stay (since, until));
