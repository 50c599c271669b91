CREATE TABLE notes (
  id int NOT NULL PRIMARY KEY,
  body text,
  FULLTEXT KEY words (body)
) ROW_FORMAT=COMPACT;
CREATE TABLE letters (
  id int NOT NULL,
  body text,
  FULLTEXT KEY words (body)
);
CREATE TABLE pages (
  id int NOT NULL PRIMARY KEY,
  title text,
  body text,
  FULLTEXT KEY titles (title),
  FULLTEXT KEY words (body)
) ROW_FORMAT=COMPACT;
