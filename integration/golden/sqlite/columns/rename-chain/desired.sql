CREATE TABLE points (id INTEGER PRIMARY KEY, b REAL, c REAL);
CREATE INDEX points_by_b ON points (c);
