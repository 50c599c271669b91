CREATE TABLE stays (room INT NOT NULL, since DATE NOT NULL, until DATE NOT NULL, paid DATE NOT NULL, PERIOD FOR stay (since, until), PRIMARY KEY (room, stay WITHOUT OVERLAPS));
