CREATE TABLE places (shelf INTEGER NOT NULL, number INTEGER, PRIMARY KEY (shelf), UNIQUE (shelf DESC, number)) WITHOUT ROWID;
CREATE TABLE books (
  title TEXT PRIMARY KEY,
  shelf INTEGER,
  number INTEGER,
  FOREIGN KEY (shelf, number) REFERENCES places (shelf, number) ON UPDATE CASCADE
);
