CREATE TABLE points (
  id INTEGER PRIMARY KEY,
  y REAL, -- @renamed from=x
  x REAL, -- @renamed from=y
  z REAL
);
CREATE INDEX points_by_x ON points (x);
