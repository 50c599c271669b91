CREATE TABLE boxes (
  id INT NOT NULL PRIMARY KEY,
  -- @renamed from=side
  edge INT,
  -- @renamed from=area
  face INT AS (edge * edge) VIRTUAL,
  volume INT AS (edge * edge * edge) STORED,
  note VARCHAR(9)
);
