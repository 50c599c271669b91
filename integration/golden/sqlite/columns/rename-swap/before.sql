CREATE TABLE points (id INTEGER PRIMARY KEY, x REAL CHECK (x > 0), y TEXT);
CREATE INDEX points_by_x ON points (x);
