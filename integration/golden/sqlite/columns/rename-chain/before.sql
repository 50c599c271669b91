CREATE TABLE points (id INTEGER PRIMARY KEY, a REAL, b REAL);
CREATE INDEX points_by_b ON points (b);
