CREATE TABLE points (
  id INTEGER PRIMARY KEY,
  y REAL CHECK (y > 0), -- @renamed from=x
  x TEXT -- @renamed from=y
);
CREATE INDEX points_by_x ON points (y);
