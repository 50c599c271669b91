CREATE TABLE seats (row INTEGER, place INTEGER, PRIMARY KEY (row, place));
CREATE TABLE tickets (id INTEGER PRIMARY KEY, row INTEGER, place INTEGER, FOREIGN KEY (row, place) REFERENCES seats (row, place) ON DELETE CASCADE);
