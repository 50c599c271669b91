CREATE TABLE stays (id INT NOT NULL PRIMARY KEY, room INT NOT NULL, since DATE NOT NULL, until DATE NOT NULL, PERIOD FOR stay (since, until), UNIQUE KEY one_stay (room, stay WITHOUT OVERLAPS));
