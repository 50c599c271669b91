CREATE TABLE points (id INTEGER PRIMARY KEY, x REAL, y REAL);
CREATE INDEX points_by_x ON points (x);
