CREATE TABLE notes (
  id INT PRIMARY KEY, title VARCHAR(80), body TEXT, summary TEXT,
  KEY by_first (title), FULLTEXT KEY by_title (title, body), FULLTEXT KEY by_body (body), FULLTEXT KEY by_summary (summary), FULLTEXT KEY by_all (title, body, summary)
);
