CREATE TABLE places (
  rack INTEGER NOT NULL, -- @renamed from=shelf
  number INTEGER,
  PRIMARY KEY (rack),
  UNIQUE (rack DESC, number)
) WITHOUT ROWID;
CREATE TABLE books (
  title TEXT PRIMARY KEY,
  shelf INTEGER,
  number INTEGER,
  FOREIGN KEY (shelf, number) REFERENCES places (rack, number) ON UPDATE CASCADE
);
